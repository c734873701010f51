"""Balie: the front desk of a Dutch town hall."""

__version__ = "0.1.0"
