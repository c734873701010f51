"""The event loop as it is where numba is absent."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

PACKAGE = "balie_app.queue.dispatch"
NAMES = (
    *("compiled", "kernel", "day", "halls", "sampling", "weighing", "beliefs", "effort", "lookahead", "player"),
    "hindsight",
)


@pytest.fixture
def plain() -> Iterator[dict[str, ModuleType]]:
    """The same modules, loaded where numba is absent."""
    parent = importlib.import_module(PACKAGE)
    modules = [importlib.import_module(f"{PACKAGE}.{name}") for name in NAMES]
    for name in NAMES:
        del sys.modules[f"{PACKAGE}.{name}"]
    numba = sys.modules.get("numba")
    sys.modules["numba"] = None  # type: ignore[assignment]
    try:
        yield {name: importlib.import_module(f"{PACKAGE}.{name}") for name in NAMES}
    finally:
        del sys.modules["numba"]
        if numba is not None:
            sys.modules["numba"] = numba
        for name, module in zip(NAMES, modules, strict=True):
            sys.modules[f"{PACKAGE}.{name}"] = module
            setattr(parent, name, module)
