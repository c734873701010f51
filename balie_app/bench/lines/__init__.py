"""How fast a call reaches a display and a press becomes a ticket, beside the raw cost of wire and disk."""
