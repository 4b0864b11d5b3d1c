"""Brings a press on a large target to one real zone: by a question, or by a larger view where it is small."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.body_map.large_targets import LEAST, Target
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.target_popup import PICTURE, TargetPopup
from hipmap.desktop.body_map.zone_words import ZoneWords, mark_summary
from hipmap.desktop.design_tokens import Space
from hipmap.model.case import Mark


class TargetAsking(QObject):
    """Emits the zone that is meant, or the part of the body that should be shown large first."""

    zone_chosen = Signal(str, str)
    part_wanted = Signal(str)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.popup: TargetPopup | None = None

    def press(self, view: FaceView, target: Target, words: ZoneWords, marks: Sequence[Mark]) -> None:
        """Answers a press on a target of a face."""
        part = self._larger_part(view, target, words)
        if part is not None:
            self.part_wanted.emit(part)
        elif len(target.places) == 1:
            self.zone_chosen.emit(*target.places[0])
        else:
            self._ask(view, target, words, marks)

    def _larger_part(self, view: FaceView, target: Target, words: ZoneWords) -> Part | None:
        """Gives the part that shows a target large enough, where this face shows it too small to hit."""
        box = view.box_of(target)
        if min(box.width(), box.height()) >= LEAST or view.key.part != "whole":
            return None
        zone = words.body.by_id[target.places[0][0]]
        if zone.inset:
            return "inset"
        return "legs" if zone.region == "leg" else None

    def _ask(self, view: FaceView, target: Target, words: ZoneWords, marks: Sequence[Mark]) -> None:
        if self.popup is None:
            self.popup = TargetPopup(self._panel)
            self.popup.zone_chosen.connect(self.zone_chosen)
        box = view.box_of(target).toAlignedRect()
        corner = view.mapToGlobal(box.topRight() + QPoint(Space.S, 0))
        self.popup.ask(
            target, _named(words, marks), lambda place: view.picture_of(target, place, PICTURE), corner
        )


def _named(words: ZoneWords, marks: Sequence[Mark]) -> Callable[[Place], tuple[str, str]]:
    def named(place: Place) -> tuple[str, str]:
        states = [mark_summary(mark) for mark in marks if mark.place == place]
        return words.name(*place), ", ".join(states)

    return named
