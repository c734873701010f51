"""What people read when a rule says no or something outside fails: one sentence and a next step, in Dutch."""

from __future__ import annotations

from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble

REFUSALS = {
    "already-called": "Nummer {ticket} is al opgeroepen bij balie {counter}.",
    "already-checked-in": "Deze afspraak is al aangemeld.",
    "appointment-only": "Dit kan alleen met een afspraak. Maak eerst een afspraak.",
    "bad-request": "Deze opdracht klopt niet bij {field}. Verwacht: {expected}.",
    "cancelled": "Deze afspraak is afgezegd. Geef een nummer zonder afspraak.",
    "card-reference-missing": "Vul de code van de pinbon in: 1 tot 12 letters en cijfers.",
    "clerk-elsewhere": "Deze medewerker zit al aan balie {counter}. Sluit die eerst.",
    "clock-goes-back": "De klok van een oefenhal gaat niet terug.",
    "clock-not-settable": "De klok van een echte hal kunt u niet zetten. Dat kan alleen in een oefenhal.",
    "config-mistakes": "De inrichting klopt niet. Er is niets veranderd; hieronder staat wat er beter moet.",
    "contact-type-in-use": "Er wacht nog iemand voor dit soort contact (nummer {ticket}). Help die bezoeker eerst.",
    "contains-bsn": "Hier staat een burgerservicenummer in. Haal het weg: Balie bewaart dat nooit.",
    "counter-busy": "Aan balie {counter} is nummer {ticket} nog aan de beurt. Rond dat eerst af.",
    "counter-closed": "Balie {counter} is niet open. Open de balie eerst.",
    "counter-idle": "Aan balie {counter} is nu niemand.",
    "counter-not-accessible": "Balie {counter} is niet geschikt voor een rolstoel. Kies een andere balie.",
    "counter-not-private": "Dit is vertrouwelijk en balie {counter} is open. Geef een reden, of kies een kamer.",
    "for-another-clerk": "Nummer {ticket} is voor een andere medewerker. Geef een reden om toch op te roepen.",
    "for-another-counter": "Nummer {ticket} is voor een andere balie. Geef een reden om toch op te roepen.",
    "given-too-little": "{given} is te weinig voor {total}. Vul in wat u kreeg, of betaal een deel anders.",
    "given-without-cash": "Alleen contant geld kunt u terugkrijgen. Haal het gegeven bedrag weg.",
    "hall-closed": "De hal is nu gesloten voor nieuwe nummers. {again}",
    "has-appointment": "Nummer {ticket} heeft een afspraak. Verzet de afspraak, of laat de bezoeker wachten.",
    "intake-full": "Wie nu een nummer neemt, wacht ongeveer {expected} minuten, en de hal is nog {minutes_left} minuten"
    " open. Dat past niet meer. Maak een afspraak.",
    "no-place": "Vul in waar de bezoeker terecht kan.",
    "no-lines": "Kies wat er betaald wordt: 1 tot {most} regels.",
    "nobody-present": "Niemand die er nu is, kan de bezoeker hiermee helpen. Maak een afspraak.",
    "no-such-clerk": "Deze medewerker staat niet in de inrichting van de hal.",
    "no-such-contact-type": "Dit soort contact kent deze hal niet.",
    "no-such-counter": "Balie {counter} bestaat niet in deze hal.",
    "no-such-job": "Deze afdruk is niet bekend.",
    "no-such-product": "Dit product kent deze hal niet: {product}.",
    "no-such-receipt": "Bon {receipt} bestaat niet. Controleer het nummer.",
    "no-such-tariff": "Tarief {tariff} staat niet in de tabel van {year}. Kies een ander tarief, of vul de tabel aan.",
    "no-such-ticket": "Nummer {ticket} is vandaag niet uitgegeven.",
    "no-such-till-day": "Dag {number} van {till} bestaat niet. Kies een andere dag.",
    "no-earlier-setup": "Er is geen eerdere inrichting om naar terug te gaan.",
    "no-such-promise": "Deze belofte is niet bekend.",
    "no-such-setup": "Versie {base} van de inrichting bestaat hier niet. Haal de inrichting eerst op met export.",
    "no-target": "Kies waar de bezoeker naartoe gaat.",
    "not-a-rehearsal": "Dit is een echte hal. Laat --rehearsal weg, of kies een oefenhal.",
    "not-allowed": "Deze hal geeft hier geen nummers. Kijk bij de instelling 'intake'.",
    "not-away": "Nummer {ticket} komt niet later terug. Kies eerst een tijd.",
    "not-called": "Nummer {ticket} is nu niet opgeroepen.",
    "not-competent": "U kunt nummer {ticket} niet helpen: dit staat niet bij uw werk.",
    "not-here": "Hiervoor kan de bezoeker hier niet terecht. {refer_to}",
    "not-outstanding": "Op bon {receipt} staat nog {left} open. Meer kunt u niet ontvangen.",
    "not-serving": "Nummer {ticket} is nog niet in gesprek. Druk eerst op Start.",
    "not-waiting": "Nummer {ticket} wacht nu niet.",
    "nothing-listed": "Kies welke papieren op de strook komen: 1 tot {most}.",
    "nothing-asked": "Kies eerst waarvoor de bezoeker komt.",
    "nothing-to-undo": "Er is geen stap om terug te nemen.",
    "number-taken": "Nummer {ticket} is vandaag al uitgegeven. Neem een rol met hogere nummers.",
    "overtaken": "Dit kan niet meer terug: er is daarna al iets anders gebeurd.",
    "reason-missing": "Geef een reden; die komt op de bon en in het logboek.",
    "receipt-stands": "Een bon gaat niet terug. Maak een terugbetaling of een correctie.",
    "refund-too-much": "Dat is meer dan er van bon {receipt} over is. Kies minder, of een andere bon.",
    "remark-missing": "De telling verschilt {difference}. Tel nog eens, of schrijf erbij hoe dat komt.",
    "product-booked": "Voor {product} is nog een afspraak gemaakt ({start}). Zet intake op none en laat het staan.",
    "product-closed": "Hiervoor geeft de hal nu geen nummers. {again}",
    "roll-not-set": "Het nummer van de rol is vandaag nog niet gezet. Typ: balie devices roll SOORT NUMMER.",
    "promise-kept": "Wat bij nummer {ticket} is beloofd, is al gedaan.",
    "promise-too-late": "Een belofte is voor later. Kies een tijd die nog komt.",
    "second-referral": "Deze bezoeker is al een keer doorverwezen. Bevestig met een reden, of spreek iets af.",
    "tariff-of-another-year": "Tarief {tariff} is van {year}. Gebruik de tabel van {now}.",
    "till-already-closed": "De dag van {till} is al afgesloten. Dat kan maar één keer; open eerst een nieuwe dag.",
    "till-not-open": "De dag van {till} is nog niet geopend. Open eerst de kas, of laat met de pas betalen.",
    "till-open": "De dag van {till} is al open, sinds {day}. Sluit die eerst af.",
    "set-up-meanwhile": "De inrichting is intussen veranderd door {by} (versie {version}): {changed}. Er is niets"
    " overschreven. Haal de nieuwe op met export, en breng uw verandering daarin aan.",
    "too-early": "Deze bezoeker is nog te vroeg. Aanmelden kan vanaf {from}.",
    "too-late-to-undo": "De laatste stap is te lang geleden om terug te nemen.",
    "too-young-to-purge": "Bonnen van {year} moeten zeven jaar blijven. Vernietigen kan vanaf {free}.",
    "unknown-code": "Deze afspraak is niet gevonden. Controleer de code, of zoek op tijd.",
    "walk-in-only": "Hiervoor is geen afspraak nodig. Geef een nummer.",
    "wrong-amount": "Dit bedrag kan niet. Vul een bedrag in tot en met {most}.",
    "wrong-come-back": "Kies een tijd van vandaag die nog komt en waarop de hal open is.",
    "wrong-count": "Deze telling klopt niet: elk biljet en elke munt één keer, 0 tot en met {most} stuks.",
    "wrong-counter-type": "Dit soort contact hoort niet bij balie {counter}. Geef een reden om toch op te roepen.",
    "wrong-day": "Deze afspraak is niet vandaag, maar op {day}.",
    "wrong-job-state": "Deze afdruk is al afgehandeld.",
    "wrong-number": "Een nummer is 1 tot {most}.",
    "wrong-party": "Een groep is 1 tot {most} personen.",
    "wrong-payment": "Er is {total} te betalen en {paid} ingevuld. Maak die gelijk.",
    "wrong-position": "Deze plaats in de rij bestaat niet: {position}.",
    "wrong-printer": "De naam van een printer heeft 1 tot en met {most} tekens. Kijk bij --printer van dit station.",
    "wrong-quantity": "Een aantal is 1 tot en met {most}.",
    "wrong-ready-date": "Klaar zijn kan van {first} tot en met {last}. Kies een andere dag.",
    "wrong-report-day": "Van {day} zijn er nog geen cijfers. Kies vandaag of een eerdere dag.",
    "wrong-speed": "De snelheid van de klok is 0 tot {most}.",
    "wrong-state": "Dit kan nu niet met nummer {ticket}.",
    "wrong-tariff": "Tarief {tariff} {problem}. Er is niets veranderd; verbeter het bestand.",
    "zero-needs-reason": "Er is niets te betalen. Geef de reden: vrijstelling of kosteloos.",
}
"""By refusal code. A test finds every code that the house raises and wants a sentence for it."""

TROUBLES = {
    "bad-url": "Dit is geen adres van een hal: {url}. Geef een bestand, of postgresql://server/naam.",
    "cannot-open": "Het bestand {where} kan niet open. Controleer de map en uw rechten.",
    "changed-meanwhile": "Iemand anders was net iets eerder. Kijk opnieuw en probeer het nog eens.",
    "database-away": "De database {where} antwoordt niet. Balie probeert het vanzelf opnieuw; er is niets verloren.",
    "disk-full": "De schijf is vol of stuk ({where}). Maak ruimte vrij; de laatste stap is niet gedaan.",
    "hall-exists": "Er is al een hal in {where}. Kies een andere naam; er is niets veranderd.",
    "hall-in-the-way": "{where} is de hal zelf. Kies een ander bestand; er is niets veranderd.",
    "drawing-not-ready": "Deze bon kan hier niet getekend worden. Start 'balie devices' opnieuw.",
    "locked": "De database {where} is bezet. Probeer het zo nog eens; de laatste stap is niet gedaan.",
    "newer": "{where} is van een nieuwere versie van Balie. Werk Balie op deze computer bij; er is niets veranderd.",
    "no-hall": "Er is geen hal in {where}. Maak er een met 'balie hall new', of controleer het adres.",
    "no-such-database": "De database {where} bestaat niet op de server. Vraag de beheerder haar te maken.",
    "not-reachable": "De database {where} antwoordt niet. Controleer server en netwerk, of start met --wait.",
    "not-allowed-in": "De server van {where} weigert deze gebruiker. Controleer naam en wachtwoord.",
    "outcome-unknown": "De verbinding met {where} viel weg. Kijk of uw stap gelukt is; doe hem anders opnieuw.",
    "paper-unknown": "Dit soort afdruk ({kind}) kent Balie niet. Werk Balie op deze computer bij.",
    "printer-profile-unknown": "Dit printerprofiel bestaat niet: {profile}. Kies uit: {known}.",
    "printer-profile-wrong": "Het printerprofiel {file} klopt niet: {mistakes}. Verbeter het bestand.",
    "read-only": "In {where} mag niet geschreven worden. Vraag de beheerder om schrijfrechten.",
    "station-taken": "Er draait al een station {station} op deze computer. Sluit dat eerst, of geef --station NAAM.",
    "no-drawer": "Aan printer {printer} hangt geen geldlade.",
    "too-late": "Het is te lang geleden. Printer {printer} doet de geldlade niet meer open.",
    "ticket-gone": "Nummer {label} is niet meer van vandaag. De bon is niet geprint.",
    "unreadable": "{where} is geen hal van Balie of is beschadigd. Zet een kopie terug; er is niets veranderd.",
}
"""By trouble code."""

UNKNOWN = "Er ging iets mis ({code}). Probeer het nog eens, of vraag de beheerder."


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing shows as a question mark, never as a crash."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: BaseException) -> str:
    """The sentence for a Refused or Trouble; anything else is named as unknown."""
    code = error.code if isinstance(error, Refused | Trouble) else type(error).__name__
    facts = _Facts(error.facts) if isinstance(error, Refused | Trouble) else _Facts()
    if "ticket" in facts:
        facts["ticket"] = shown(str(facts["ticket"]))
    texts = TROUBLES if isinstance(error, Trouble) else REFUSALS
    facts["code"] = code
    return texts.get(code, UNKNOWN).format_map(facts).strip()
