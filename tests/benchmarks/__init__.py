"""Measurements against the budgets of the design; they need a quiet machine and are run by name."""
