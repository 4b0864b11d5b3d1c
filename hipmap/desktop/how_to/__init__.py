"""The side note of the sheet: how a question is asked or a test done, and what its result is worth."""
