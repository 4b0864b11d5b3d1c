"""The body map of the window: faces, marks, the list beside them and the read-back sentence."""
