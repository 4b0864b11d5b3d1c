"""The tests of the exchange layer."""
