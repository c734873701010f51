"""The counter panel: one key to call the right person, everything about the visit at a glance."""
