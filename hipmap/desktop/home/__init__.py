"""The guide for a person at home: safety, where it hurts, questions, movements and the result."""
