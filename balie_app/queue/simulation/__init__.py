"""A hall that can be rehearsed: a recorded day, its visitors, and clerks who work by themselves."""
