"""Tells screen readers what has just changed on the body map."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.zone_words import ZoneWords, mark_summary
from hipmap.model.case import Mark, Pin


def what_changed(
    before: Sequence[Mark],
    after: Sequence[Mark],
    words: ZoneWords,
    pin_before: Pin | None = None,
    pin: Pin | None = None,
) -> str:
    """Says what differs, such as that the right groin crease is now the worst of three places."""
    came = [mark for mark in after if mark not in before]
    kept = {(mark.place, mark.kind) for mark in after}
    gone = [mark for mark in before if (mark.place, mark.kind) not in kept]
    number = len({mark.place for mark in after})
    # No plural here, so that it reads well in English, for which no translation is loaded.
    count = QCoreApplication.translate("BodyMap", "Places marked: %1.").replace("%1", str(number))
    finger = [] if pin == pin_before else [pin_words(pin, words)]
    if len(came) + len(gone) > 2:
        return " ".join([*finger, count])
    parts = [f"{words.name(*mark.place)}: {mark_summary(mark)}." for mark in came]
    off = QCoreApplication.translate("BodyMap", "off")
    parts += [f"{words.name(*mark.place)}: {off}." for mark in gone]
    return " ".join([*finger, *parts, count])


def pin_words(pin: Pin | None, words: ZoneWords) -> str:
    """Says at what one finger points."""
    if pin is None:
        return QCoreApplication.translate("BodyMap", "One finger: taken away.")
    said = QCoreApplication.translate("BodyMap", "One finger: {place}.")
    return said.format(place=words.inline(pin.zone, pin.side))


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader, if there is one, speak a text."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
