"""The tests of FHIR."""
