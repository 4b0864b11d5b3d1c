"""What the keyboard does, from the table of commands and from the keys that parts of the window have."""
