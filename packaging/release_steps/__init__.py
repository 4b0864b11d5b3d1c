"""The steps that make what a release consists of: packages, programs, their notices and their seals."""
