"""The waiting screen: who is called where, seen and heard by the whole hall."""
