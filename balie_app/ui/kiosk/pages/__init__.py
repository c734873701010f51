"""The kiosk's pages: one question each."""
