"""What if? A day played again under other rules, by department or by kind of contact: ``balie simulate``."""
