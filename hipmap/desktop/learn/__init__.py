"""Learn: everything that hipmap has to read, in a window of its own."""
