"""Around the product: the lock file, the checks behind ``./balie test``, a PostgreSQL for tests. Not part of a hall."""
