"""Makes gong.wav: two soft bell tones going down (G5, E♭5), by adding fading partials.

Run ``python resources/sounds/make_gong.py``. Our own work, under the licence of the project.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

RATE = 22050
SECONDS = 1.5
TONES = ((0.0, 783.99), (0.38, 622.25))
"""Start in seconds, frequency in hertz."""
PARTIALS = ((1.0, 1.0, 2.6), (2.0, 0.32, 4.5), (3.01, 0.14, 7.0), (0.5, 0.22, 2.2))
"""Multiple of the frequency, loudness, decay a second."""
ATTACK = 0.008
RELEASE = 0.15
PEAK = 0.55


def _tone(at: float, frequency: float) -> float:
    """One bell ``at`` seconds after it was struck."""
    if at < 0:
        return 0.0
    rise = min(1.0, at / ATTACK)
    return rise * sum(
        loud * math.exp(-decay * at) * math.sin(2 * math.pi * frequency * multiple * at)
        for multiple, loud, decay in PARTIALS
    )


def gong() -> array.array[int]:
    """The samples: mono, 16 bits, faded out at the end so that nothing clicks."""
    count = int(RATE * SECONDS)
    raw = [sum(_tone(n / RATE - start, frequency) for start, frequency in TONES) for n in range(count)]
    top = max(abs(value) for value in raw)
    fade = [min(1.0, (SECONDS - n / RATE) / RELEASE) for n in range(count)]
    return array.array("h", [round(value / top * end * PEAK * 32767) for value, end in zip(raw, fade, strict=True)])


def write(target: Path) -> None:
    """Write the gong as a WAV file."""
    samples = gong()
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


if __name__ == "__main__":
    write(Path(__file__).with_name("gong.wav"))
