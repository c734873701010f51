"""Money of the hall: what can be asked, tariffs from a file, working days, the books. The rules are in ``rules``."""
