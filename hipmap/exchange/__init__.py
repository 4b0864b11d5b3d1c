"""What leaves hipmap for people and other programs: texts of a result, and the vocabulary."""
