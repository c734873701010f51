"""Serial lines: ticket dispensers, printers, call displays; drivers do no input or output themselves."""
