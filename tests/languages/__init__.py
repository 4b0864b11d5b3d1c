"""Every text in another language: catalogues, test languages, right to left."""
