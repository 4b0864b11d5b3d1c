"""The real main window, driven as a person drives it."""
