"""The windows. Qt lives here, and only here."""
