"""What things are: case, body, knowledge, assessment and the edits of a case; frozen and without I/O."""
