"""Hostile and odd case files in great number: `python -m tests.fuzzing.run_fuzzing`."""
