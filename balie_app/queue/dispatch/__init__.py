"""A hall played forward: days, futures, rules of calling. Numbers only; no database, no windows."""
