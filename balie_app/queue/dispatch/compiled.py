"""The one switch between numba and plain Python: same code, same results, another speed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

njit: Any
try:
    from numba import njit
except ImportError:  # an optional extra: everything works without it
    njit = None

FAST = njit is not None
"""Whether the event loop is compiled."""

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
