"""What is wrong in the files of a recorded day is named with file, line and column; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from balie_app.queue.experiment.main import main
from balie_app.queue.experiment.mistakes import FileMistakes
from balie_app.queue.experiment.reading import DayFiles, read_day

HEAD = "queue,matter,number,arrived,called\n"
COUNTER_HEAD = "queue,matter,time,open_counters\n"
SERVICE_HEAD = "queue,matter,mean_service_minutes,calls_while_people_waited\n"
Write = Callable[..., DayFiles]


def wrong(files: DayFiles) -> list[str]:
    with pytest.raises(FileMistakes) as found:
        read_day(files)
    return found.value.sentences()


def test_a_good_day_is_read_whole(day_files: Write) -> None:
    day = read_day(day_files())
    assert day.name == "2024-03-05"
    assert len(day.tickets) == 28
    assert day.queues == ("A", "B", "C")
    assert day.counters["A"] == ((540, 1), (570, 2), (660, 0))
    assert day.measured["B"].mean == 2.5
    assert day.matters["B"].name == "Bouwen, wonen"
    assert [each.arrived for each in day.tickets] == sorted(each.arrived for each in day.tickets)


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("tickets", "A,Auto's,1,9 uur,", "regel 2, kolom arrived: '9 uur' is geen tijd"),
        ("tickets", "A,Auto's,1,25:10,", "regel 2, kolom arrived: '25:10' is geen tijd"),
        ("tickets", "A,Auto's,1,,", "regel 2, kolom arrived: een lege cel is geen tijd"),
        ("tickets", "A,Auto's,1,09:60,", "kolom arrived: '09:60' is geen tijd"),
        ("tickets", "A,Auto's,1,09:10,09:1x", "regel 2, kolom called: '09:1x' is geen tijd"),
        ("tickets", "A,Auto's,1,09:10,09:05", "regel 2, kolom called: opgeroepen om 09:05, vóór de aankomst om 09:10"),
        ("tickets", "A,Auto's,1,08:59,09:05", "regel 2, kolom arrived: 08:59 is voor de opening om 09:00"),
        ("tickets", "X,Auto's,1,09:10,", "regel 2, kolom queue: rij 'X' staat niet in 2024-03-05_matters.csv"),
        ("tickets", "A,Fietsen,1,09:10,", "regel 2, kolom matter: 'Fietsen' hoort niet bij rij A"),
        ("tickets", ",Auto's,1,09:10,", "regel 2, kolom queue: hier staat niets"),
        ("tickets", "A,Auto's,een,09:10,", "regel 2, kolom number: 'een' is geen heel getal"),
        ("tickets", "A,Auto's,-1,09:10,", "regel 2, kolom number: '-1' is geen heel getal"),
        ("tickets", "A,Auto's,1,09:10", "regel 2: hier staan 4 cellen. Verwacht: 5"),
        ("tickets", "A,Auto's,1,09:10,,", "regel 2: hier staan 6 cellen. Verwacht: 5"),
        ("counters", "A,Auto's,09:00,veel", "regel 2, kolom open_counters: 'veel' is geen heel getal"),
        ("counters", "A,Auto's,09:00,5000", "regel 2, kolom open_counters: 5000 kan niet kloppen"),
        ("counters", "A,Auto's,negen,1", "regel 2, kolom time: 'negen' is geen tijd"),
        ("service", "A,Auto's,0,12", "regel 2, kolom mean_service_minutes: 0 minuten kan niet kloppen"),
        ("service", "A,Auto's,-3,12", "regel 2, kolom mean_service_minutes: -3 minuten kan niet kloppen"),
        ("service", "A,Auto's,900,12", "regel 2, kolom mean_service_minutes: 900 minuten kan niet kloppen"),
        ("service", "A,Auto's,nan,12", "regel 2, kolom mean_service_minutes: nan minuten kan niet kloppen"),
        ("service", "A,Auto's,lang,12", "regel 2, kolom mean_service_minutes: 'lang' is geen aantal minuten"),
        ("service", "A,Auto's,6.0,", "regel 2, kolom calls_while_people_waited: een lege cel is geen heel getal"),
        ("matters", "A,Auto's,cars,kenteken,snel", "regel 2, kolom contact_type: 'snel' is geen soort contact"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named_with_file_line_and_column(day_files: Write, file: str, line: str, said: str) -> None:
    heads = {"tickets": HEAD, "counters": COUNTER_HEAD, "service": SERVICE_HEAD}
    head = heads.get(file, "queue,matter,english,dutch_product,contact_type\n")
    sentences = wrong(day_files(**{file: head + line + "\n"}))
    assert sentences[0].startswith(f"2024-03-05_{file}.csv, regel 2")
    assert said in sentences[0]


def test_a_comma_for_a_point_is_recognised(day_files: Write) -> None:
    [sentence] = wrong(day_files(service=(day_files().service.read_text().replace("6.0", '"6,0"'))))
    assert "Schrijf een punt in plaats van een komma" in sentence


def test_every_mistake_is_named_at_once(day_files: Write) -> None:
    lines = ["A,Auto's,1,laat,", "A,Auto's,2,09:00,eerder", "Q,Niets,3,09:00,"]
    assert [each.split(":")[0] for each in wrong(day_files(tickets=HEAD + "\n".join(lines)))] == [
        "2024-03-05_tickets.csv, regel 2, kolom arrived",
        "2024-03-05_tickets.csv, regel 3, kolom called",
        "2024-03-05_tickets.csv, regel 4, kolom queue",
    ]


def test_very_many_mistakes_are_counted(day_files: Write) -> None:
    sentences = wrong(day_files(tickets=HEAD + "".join(f"A,Auto's,{n},laat,\n" for n in range(100))))
    assert len(sentences) == 21
    assert sentences[-1] == "En nog 80 fouten."


def test_a_duplicated_ticket_names_both_lines(day_files: Write) -> None:
    [sentence] = wrong(day_files(tickets=HEAD + "A,Auto's,7,09:10,\nB,\"Bouwen, wonen\",7,09:10,\nA,Auto's,7,09:20,\n"))
    assert sentence == "2024-03-05_tickets.csv, regel 4, kolom number: nummer 7 van rij A staat ook op regel 2."


@pytest.mark.parametrize(
    ("tickets", "said"),
    [
        ("queue,matter,number,arrived\nA,Auto's,1,09:10\n", "regel 1: kolom called ontbreekt"),
        ("queue,matter,number,arrived,called,extra\n", "regel 1: kolom extra kent Balie niet"),
        ("queue,matter,number,arrived,called,called\n", "regel 1: kolom called staat er twee keer"),
        ("queue;matter;number;arrived;called\n", "gescheiden door puntkomma's"),
        ("", "dit bestand is leeg"),
        (" \n\n", "dit bestand is leeg"),
        (HEAD, "onder de kolomnamen staat niets"),
        (b"queue,matter,number,arrived,called\nA,Auto\x92s,1,09:10,\n", "regel 2: dit bestand is niet in UTF-8"),
        (HEAD + "A,\"Auto's,1,09:10,\n", "dit is geen goed CSV-bestand"),
        (HEAD + "A,Auto's,1,09:\x0010,\n", "is geen tijd"),
    ],
)
def test_a_file_that_is_no_table_of_tickets_is_refused(day_files: Write, tickets: str | bytes, said: str) -> None:
    sentences = wrong(day_files(tickets=tickets))
    assert len(sentences) == 1
    assert sentences[0].startswith("2024-03-05_tickets.csv")
    assert said in sentences[0]


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(day_files: Write) -> None:
    data = b"\xef\xbb\xbf" + (HEAD + "A,Auto's,1,09:10,09:12\n").replace("\n", "\r\n").encode()
    assert read_day(day_files(tickets=data)).tickets[0].called == 552


def test_a_queue_with_visitors_needs_counters_and_a_length(day_files: Write) -> None:
    without = [
        "\n".join(line for line in text.splitlines() if not line.startswith("C,"))
        for text in (day_files().counters.read_text(), day_files().service.read_text())
    ]
    assert wrong(day_files(counters=without[0], service=without[1])) == [
        "2024-03-05_tickets.csv, regel 27, kolom queue: rij C heeft bezoekers, "
        f"maar staat niet in 2024-03-05_{name}.csv."
        for name in ("counters", "service")
    ]


def test_a_queue_whose_counters_never_open_is_named(day_files: Write) -> None:
    closed = day_files().counters.read_text().replace("C,Zorg,09:00,1", "C,Zorg,09:00,0")
    [sentence] = wrong(day_files(counters=closed))
    assert sentence == (
        "2024-03-05_counters.csv, regel 4, kolom open_counters: "
        "rij C heeft bezoekers, maar de hele dag geen open balie."
    )


def test_a_day_on_which_nobody_was_called_is_no_day(day_files: Write) -> None:
    [sentence] = wrong(day_files(tickets=HEAD + "A,Auto's,1,09:10,\n"))
    assert "op deze dag is niemand opgeroepen" in sentence


def test_a_day_without_any_length_of_a_conversation_is_refused(day_files: Write) -> None:
    rows = day_files().service.read_text().replace("6.0", "").replace("2.5", "").replace("10.0", "")
    assert wrong(day_files(service=rows)) == [
        "2024-03-05_service.csv, kolom mean_service_minutes: nergens staat een gespreksduur. Vul er ten minste één in."
    ]


def test_counters_whose_time_goes_back_are_named(day_files: Write) -> None:
    back = day_files().counters.read_text() + "A,Auto's,10:00,3\n"
    assert wrong(day_files(counters=back)) == [
        "2024-03-05_counters.csv, regel 9, kolom time: 10:00 is niet later dan de vorige regel van rij A."
    ]


def test_two_matters_may_share_a_letter(day_files: Write) -> None:
    def shared(text: str) -> str:
        return text.replace("C,Zorg", "A,Zorg")

    plain = day_files()
    texts = {name: shared(getattr(plain, name).read_text()) for name in ("tickets", "counters", "service", "matters")}
    rows = texts["tickets"].splitlines()
    texts["tickets"] = "\n".join(rows) + "\n"
    assert read_day(day_files(**texts)).queues == ("A Auto's", "A Zorg", "B")


def arguments(files: DayFiles) -> list[str]:
    names = ("tickets", "counters", "service", "matters")
    return ["real", *(word for name in names for word in (f"--{name}", str(getattr(files, name))))]


def test_the_command_says_it_in_one_sentence_and_ends_with_one(
    day_files: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(day_files(tickets=HEAD + "A,Auto's,1,09:10,09:05\n"))) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "regel 2, kolom called" in err


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, day_files: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    files = day_files()
    files.service.unlink()
    assert main(arguments(files)) == 1
    assert f"Het bestand {files.service} is er niet." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seeds", "20-1"], "--seeds 20-1 kan niet"),
        (["--seeds", "veel"], "--seeds veel is geen reeks"),
        (["--longer", "0"], "--longer 0 kan niet"),
        (["--strictness", "nan"], "--strictness nan kan niet"),
        (["--picture", "uit.png"], "--picture uit.png kan niet"),
        (["--tickets", "een.csv"], "--counters en --service en --matters ontbreekt"),
    ],
)
def test_a_word_that_cannot_be_is_explained(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["real", *words]) == 2
    assert said in capsys.readouterr().err
