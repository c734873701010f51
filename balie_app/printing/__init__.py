"""Paper: what is on a ticket, slip or receipt, and how it becomes bytes or a PDF."""
