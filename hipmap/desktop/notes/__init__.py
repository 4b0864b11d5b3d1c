"""The SOAP note from the window: copied with one key, from the template of hipmap or of the clinic."""
