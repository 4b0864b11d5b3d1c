"""Says which side an explanation is about, where another side is looked at."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.why.told import Told


def about_side(told: Told) -> str:
    """Gives a sentence where the explanation is about another side than the one looked at, else nothing."""
    if told.on_leading_side:
        return ""
    tr = QCoreApplication.translate
    sentences = {
        "right": tr("Why", "This is about the right side, which leads; not about the side looked at above."),
        "left": tr("Why", "This is about the left side, which leads; not about the side looked at above."),
        "both": tr(
            "Why",
            "This is about both sides as one complaint, which leads; not about the side looked at above.",
        ),
    }
    return sentences.get(told.whole.side or "both", "")
