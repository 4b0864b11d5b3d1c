"""Everything on disk: assets, knowledge files and case files."""
