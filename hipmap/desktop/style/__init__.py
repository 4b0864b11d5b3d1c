"""The Qt style sheet in its parts, one for each family of stock widgets."""
