"""Scanners that type: codes are taken out of the keyboard before any field sees them, and their layout is checked."""
