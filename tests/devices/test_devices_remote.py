"""Lines behind the network: plain sockets, and RFC 2217 against the server side that pyserial ships."""

from __future__ import annotations

import select
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import serial
from serial.rfc2217 import PortManager

from balie_app.devices import network
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Show
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import cause_of, opener
from balie_app.devices.template_reader import load_template, template_path
from balie_app.devices.transport import LINE_ERRORS, Transport

EXAMPLE = Path("/usr/share/doc/python3-serial/examples/rfc2217_server.py")


class SerialServer:
    """pyserial's example server in short: its ``PortManager`` on a port that hears itself."""

    def __init__(self) -> None:
        self.port = serial.serial_for_url("loop://", baudrate=1200, timeout=0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"rfc2217://127.0.0.1:{self._listener.getsockname()[1]}"
        self._connections: list[socket.socket] = []
        self.deaf = threading.Event()
        self._hears_again = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._connections.append(connection)
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        class Writer:
            def write(self, data: bytes) -> None:
                connection.sendall(data)

        manager = PortManager(self.port, Writer())
        with suppress(OSError, ValueError):
            while True:
                if self.deaf.is_set():
                    self._hears_again.wait()
                ready, _, _ = select.select([connection], [], [], 0.01)
                if ready:
                    data = connection.recv(1024)
                    if not data:
                        return
                    self.port.write(b"".join(manager.filter(data)))
                if heard := self.port.read(self.port.in_waiting or 1):
                    connection.sendall(b"".join(manager.escape(heard)))

    def hang_up(self) -> None:
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self._connections.clear()

    def stop(self) -> None:
        self._hears_again.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        self._thread.join(5)
        self.port.close()


# pyserial starts its reader the way Python 3.9 did
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:serial")


@pytest.fixture
def server(nothing_left: None) -> Iterator[SerialServer]:
    made = SerialServer()
    yield made
    made.stop()


def test_a_port_of_a_serial_server_is_set_and_carries_bytes_both_ways(server: SerialServer) -> None:
    transport = opener(server.url, LineSettings(baud=19200, bits=7, parity="E", stop=2))()
    assert (server.port.baudrate, server.port.bytesize, server.port.parity, server.port.stopbits) == (19200, 7, "E", 2)
    sent = b"A042\xff\xff\x00\r"  # FF is what telnet doubles
    transport.write(sent)
    got = b""
    while len(got) < len(sent):
        got += transport.read(5)
    assert got == sent
    transport.close()


def test_a_wait_on_a_serial_server_ends_when_it_is_woken(server: SerialServer) -> None:
    transport = opener(server.url, LineSettings())()
    transport.wake()
    assert transport.read(None) == b""
    transport.close()


def test_a_serial_server_that_hangs_up_is_lost_and_found_again(server: SerialServer, heard: Any) -> None:
    display = DisplayDriver(load_template(template_path("ditel-dn109")), (1,))
    line = Line("a", opener(server.url, LineSettings()), display, heard)
    line.start()
    line.submit(Show(1, "A012"))
    heard.next("shown")
    server.hang_up()
    assert heard.next("lost").facts == {"cause": "unplugged"}
    assert heard.next("shown").facts == {"address": 1, "text": "A012"}
    assert line.stop()


def pour(transport: Transport) -> None:
    """Write until it fails."""
    while True:
        transport.write(bytes(65536))


def test_a_serial_server_that_takes_nothing_any_more_is_stuck_and_holds_up_nobody(
    server: SerialServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "WRITE_SECONDS", 0.2)
    transport = opener(server.url, LineSettings())()
    server.deaf.set()
    with pytest.raises(LINE_ERRORS) as caught:
        pour(transport)
    assert cause_of(caught.value, was_open=True) == "stuck"
    transport.close()


@pytest.fixture
def example_server() -> Iterator[str]:
    """pyserial's own example program, as Debian ships it, serving a port that hears itself; answers its address."""
    if not EXAMPLE.is_file():
        pytest.skip("rfc2217_server.py is pyserial's example server (Debian package python3-serial)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(EXAMPLE), "loop://", "-p", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "TCP/IP port" in line:
                break
        yield f"rfc2217://127.0.0.1:{port}"
        process.kill()
        process.communicate()


@pytest.mark.e2e
def test_pyserial_s_example_server_carries_our_call_and_the_next_connection_too(
    example_server: str, nothing_left: None, heard: Any
) -> None:
    kind = load_template(template_path("modbus-number"))  # its answer is its own frame: what a loop sends back
    for turn in range(2):
        line = Line("a", opener(example_server, LineSettings(baud=19200)), DisplayDriver(kind, (1,)), heard)
        line.start()
        line.submit(Show(1, f"A00{turn}"))
        assert heard.next("shown").facts == {"address": 1, "text": f"A00{turn}"}
        assert line.stop()


def test_a_server_that_is_not_there_is_missing(nothing_left: None, heard: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for url in (f"rfc2217://127.0.0.1:{port}", f"socket://127.0.0.1:{port}"):
        line = Line(
            "a", opener(url, LineSettings()), DisplayDriver(load_template(template_path("ditel-dn109")), (1,)), heard
        )
        line.start()
        assert heard.next("lost").facts == {"cause": "missing"}
        assert line.stop()


def test_bytes_go_over_a_plain_socket_both_ways(nothing_left: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = opener(f"socket://127.0.0.1:{listener.getsockname()[1]}", LineSettings())()
        far, _ = listener.accept()
        with far:
            transport.write(b"A042")
            assert far.recv(4) == b"A042"
            far.sendall(b"\x06")
            assert transport.read(5) == b"\x06"
            transport.wake()
            assert transport.read(None) == b""
        with pytest.raises(OSError, match="hung up"):
            transport.read(5)
        transport.close()
