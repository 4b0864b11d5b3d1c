"""From a case and the knowledge to an assessment: pure functions without I/O, clock or Qt."""

from hipmap.reasoning.assess import assess

__all__ = ["assess"]
