"""Serial lines: ticket printers, dispensers and call displays, and the service that runs them."""
