"""The host desk: receive everyone within seconds, see who is late for what."""
