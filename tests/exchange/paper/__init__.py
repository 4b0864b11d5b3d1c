"""The tests of letters and handouts."""
