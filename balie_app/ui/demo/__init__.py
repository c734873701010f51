"""The demo: a real day in a rehearsal hall, with every station as its own process and a small control window."""
