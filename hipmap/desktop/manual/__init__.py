"""The manual: its pages, and the window to read them in."""
