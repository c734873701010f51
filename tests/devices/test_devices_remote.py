"""Lines behind the network: plain sockets, and RFC 2217 against the server side that pyserial ships."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import serial
from serial.rfc2217 import PortManager

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Show
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import opener
from balie_app.devices.template_reader import load_template, template_path


class SerialServer:
    """pyserial's example server in short: its ``PortManager`` on a port that hears itself."""

    def __init__(self) -> None:
        self.port = serial.serial_for_url("loop://", baudrate=1200, timeout=0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"rfc2217://127.0.0.1:{self._listener.getsockname()[1]}"
        self._connections: list[socket.socket] = []
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
