"""Faults put to the records: killed writers, flipped bytes, hostile files, a search for words."""
