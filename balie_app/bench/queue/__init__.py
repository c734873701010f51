"""``balie bench queue``: the steps of the hall, on its own database."""
