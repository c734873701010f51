"""The hall's memory: tables, one unit of work a step, the journal, and the change feed."""
