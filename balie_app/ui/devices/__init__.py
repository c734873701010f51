"""The devices of this computer in a window: how they are, connecting and trying one, what goes over a line."""
