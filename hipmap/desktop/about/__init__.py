"""What hipmap is: versions, limits, sources and licences."""
