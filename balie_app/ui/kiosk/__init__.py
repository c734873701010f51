"""The kiosk: where a visitor checks in for an appointment or takes a number."""
