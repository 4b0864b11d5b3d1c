"""Bundles that the tests of FHIR share, each written once."""

from hipmap.exchange.fhir.bundle import bundle_text as fresh_bundle_text
from hipmap.exchange.report import Report

__all__ = ["bundle_text", "fresh_bundle_text"]

_WRITTEN: dict[str, str] = {}


def bundle_text(report: Report) -> str:
    """Gives the bundle of a report."""
    key = f"{report.assessment.versions.digest}{report.details}"
    if key not in _WRITTEN:
        _WRITTEN[key] = fresh_bundle_text(report)
    return _WRITTEN[key]
