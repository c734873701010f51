"""The user's own hall: the first-start assistant, the one-desk window, and what else can be opened."""
