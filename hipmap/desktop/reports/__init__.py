"""What is written from a case: letters, handouts, notes, pictures and data, seen before they are saved."""
