"""A path as it stands in a sentence."""

# Marks of Unicode that set a part of a line apart; nothing of them is seen.
LEFT_TO_RIGHT, END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def written_path(path: object) -> str:
    """Gives a path so that it keeps its order within a text that reads from right to left."""
    return f"{LEFT_TO_RIGHT}{path}{END}"
