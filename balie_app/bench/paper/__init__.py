"""How fast paper is made, how soon its first byte leaves, and whether a long queue of it slows anybody."""
