"""How many times likelier one origin is than another, in words."""

from PySide6.QtCore import QCoreApplication

# Up to this ratio two origins are called about as likely as each other.
_ALIKE = 1.25
_ONE_AND_A_HALF = 1.75
_MOST = 10.0


def times_likelier(first: str, second: str, decibans: float) -> str:
    """Gives the sentence; the likelier of the two is named first."""
    tr = QCoreApplication.translate
    likelier, other = (first, second) if decibans >= 0 else (second, first)
    ratio = 10 ** (abs(decibans) / 10)
    if ratio < _ALIKE:
        text = tr("Contrast", "{likelier} and {other} are about as likely as each other.")
    elif ratio < _ONE_AND_A_HALF:
        text = tr("Contrast", "{likelier} is about one and a half times as likely as {other}.")
    elif ratio > _MOST:
        text = tr("Contrast", "{likelier} is more than {times} times as likely as {other}.")
    else:
        text = tr("Contrast", "{likelier} is about {times} times as likely as {other}.")
    return text.format(likelier=likelier, other=other, times=round(min(ratio, _MOST)))
