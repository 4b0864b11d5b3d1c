"""What a person can choose for the window: the table of choices, and the window to change them in."""
