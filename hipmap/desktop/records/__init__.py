"""Records in the window: opening, patients, visits, and their safe keeping."""
