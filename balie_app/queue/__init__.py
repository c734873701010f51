"""The hall: its rules, its use cases, its memory. No windows, no devices."""
