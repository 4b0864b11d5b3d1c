"""Cases in FHIR, from hipmap or another program: looked at first, then opened; and files that are dropped."""
