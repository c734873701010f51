"""The one switch between numba and plain Python: same code, same results, another speed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
import platformdirs
from numpy.typing import NDArray

config: Any
njit: Any
try:
    from numba import config, njit
except ImportError:  # an optional extra: everything works without it
    njit = None

FAST = njit is not None
"""Whether the event loop is compiled."""


def cache_folder(before: str) -> str:
    """Where compiled code is kept: below ``before``, or the user's cache, one folder for each state of the sources.

    A compiled function contains those that it calls; numba itself looks only at the file of the function.
    """
    here = Path(__file__).resolve().parent
    sources = [*sorted(here.glob("*.py")), here.parent / "rules" / "urgency.py"]
    mark = hashlib.sha256(b"".join(each.read_bytes() for each in sources)).hexdigest()[:16]
    base = Path(before) if before else Path(platformdirs.user_cache_dir("balie", appauthor=False)) / "compiled"
    return str(base / mark)


if FAST:
    config.CACHE_DIR = cache_folder(config.CACHE_DIR)

Floats = Any
"""One number per place: a numpy array (float64) when compiled, a list otherwise, which plain Python reads sooner."""
Ints = Any
"""The same, of whole numbers (int64)."""

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """The function as machine code, kept on disk between runs; the function itself where numba is absent.

    It fills arrays that its caller made and makes none itself: counting who still uses an array would take three
    quarters of the time, and is left out (``_nrt``). Other threads go on meanwhile (``nogil``): a window never waits.
    """
    return function if njit is None else cast("F", njit(cache=True, nogil=True, _nrt=False)(function))


def floats(values: NDArray[np.float64]) -> Floats:
    """A column of numbers in the form the event loop reads fastest. Not shared with ``values``."""
    column = np.array(values, dtype=np.float64)
    return column if FAST else column.tolist()


def ints(values: NDArray[np.int64]) -> Ints:
    """A column of whole numbers in the form the event loop reads fastest. Not shared with ``values``."""
    column = np.array(values, dtype=np.int64)
    return column if FAST else column.tolist()
