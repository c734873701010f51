"""A Modbus RTU device that we did not write: pymodbus' serial server, unit 1, twenty registers. Ends with its input.

Run as a program: ``python modbus_slave.py PORT``. It is a process of its own, so that its warnings are not ours.
"""

from __future__ import annotations

import asyncio
import sys

from pymodbus.server import ModbusSerialServer
from pymodbus.simulator import DataType, SimData, SimDevice


async def serve(port: str) -> None:
    """Answer on ``port`` until the input ends."""
    registers = SimData(0, values=[0] * 20, datatype=DataType.REGISTERS)
    server = ModbusSerialServer(SimDevice(1, simdata=[registers]), port=port, baudrate=9600, parity="N")
    await server.serve_forever(background=True)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.shutdown()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
