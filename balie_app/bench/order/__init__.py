"""Rules of calling compared on identical days."""
