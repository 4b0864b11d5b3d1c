"""Bundles of FHIR R4B: the case as a faithful record, what was found, and what it may mean."""
