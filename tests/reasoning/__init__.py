"""Tests of the reasoning: an independent recomputation, properties, ranges, reasons and known cases."""
