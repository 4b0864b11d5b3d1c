"""Tests of the house itself: its layers, its sizes, and what may lie in it."""
