"""Keeps what lies over the faces: chosen from the menu, pointed at in the result, or left from last time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.body_map.laid_over import LaidOver, Layer
from hipmap.desktop.body_map.lens import STEP
from hipmap.desktop.body_map.map_area import MapArea
from hipmap.desktop.body_map.show_menu import ShowButton
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zoom_control import ZoomControl
from hipmap.desktop.design_tokens import Space
from hipmap.model.case import Mark
from hipmap.model.knowledge import Knowledge
from hipmap.model.own_words import sides_marked
from hipmap.model.voice import Voice, said

if TYPE_CHECKING:  # Made and read when something is first laid over the faces.
    from hipmap.desktop.body_map.overlay_legend import OverlayLegend, Told

POINTED_MS = 90
"""A pattern comes when something has been pointed at so long: the pointer that passes stirs nothing up."""


class MapOverlays(QObject):
    """Tells the faces what to lay over themselves, and the legend what to say of it."""

    changed = Signal()

    def __init__(self, area: MapArea, button: ShowButton, panel: QWidget) -> None:
        super().__init__(panel)
        self._area, self._button, self._panel = area, button, panel
        self._knowledge: Knowledge | None = None
        self._voice: Voice = "patient"
        self._layer: Layer = "none"
        self._chosen: str | None = None
        self._pointed: str | None = None
        self._asked: str | None = None
        self._earlier: tuple[Mark, ...] = ()
        self._sides: tuple[str, ...] = ()
        self.legend: OverlayLegend | None = None
        self.zoom = ZoomControl(area)
        self._pause = QTimer(self, singleShot=True, interval=POINTED_MS)
        self._pause.timeout.connect(self._take_pointed)
        button.layer_chosen.connect(self.choose)
        button.pattern_chosen.connect(self.choose_pattern)
        button.zoom_chosen.connect(self._zoom)
        button.earlier_dismissed.connect(lambda: self.show_earlier(()))
        self.zoom.stepped.connect(self._zoom)
        area.lens.zoomed.connect(self._zoomed)
        area.installEventFilter(self)

    # ------------------------------------------------------------ what is shown

    @property
    def origin(self) -> str | None:
        """The origin whose pattern is seen now: the one pointed at, else the one chosen."""
        return self._pointed or (self._chosen if self._layer == "pattern" else None)

    def show_knowledge(self, knowledge: Knowledge) -> None:
        """Learns the origins and their patterns."""
        self._knowledge = knowledge
        self._list_origins()

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._list_origins()
        self._lay()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Follows the sides of the marks: a pattern is painted on those."""
        sides = sides_marked(marks)
        if sides != self._sides:
            self._sides = sides
            if self.origin is not None:
                self._lay()

    def show_pattern(self, origin: str | None) -> None:
        """Paints the pattern of an origin or condition while it is pointed at; nothing takes it away."""
        known = self._knowledge is not None and (
            origin in self._knowledge.origin_by_id or origin in self._knowledge.condition_by_id
        )
        self._asked = origin if origin and known else None
        self._pause.start()

    def show_earlier(self, marks: Sequence[Mark]) -> None:
        """Draws the marks of last time as dashed outlines, until they are dismissed."""
        self._earlier = tuple(marks)
        self._lay()

    def choose(self, layer: Layer) -> None:
        """Lays bones, nerve-root areas or nothing over the faces."""
        self._layer = layer
        self._lay()
        self._say()

    def choose_pattern(self, origin: str) -> None:
        """Lays the pattern of an origin over the faces until something else is chosen."""
        self._layer, self._chosen = "pattern", origin
        self._lay()
        self._say()

    def told_at(self, place: Place) -> str:
        """Says in words what lies over a place: how often it hurts by the pattern, or its nerve roots."""
        if self.origin is not None and self._knowledge is not None:
            from hipmap.desktop.body_map.overlay_words import told_at

            return told_at(place, self.origin, self._knowledge, self._voice)
        view = self._area.view_of(place) if self._layer == "roots" else None
        if view is None:
            return ""
        from hipmap.desktop.body_map.overlay_files import roots_of
        from hipmap.desktop.body_map.overlay_words import roots_told_at

        return roots_told_at(roots_of(self._area.figure, view.key, place))

    def _take_pointed(self) -> None:
        if self._pointed != self._asked:
            self._pointed = self._asked
            self._lay()

    def _list_origins(self) -> None:
        if self._knowledge is not None:
            patterns = {one.condition for one in self._knowledge.referral.pain}
            shown = {one.origin for one in self._knowledge.conditions if one.id in patterns}
            origins = [one for one in self._knowledge.origins if one.id in shown]
            self._button.show_origins([(one.id, said(one, self._voice)) for one in origins])
            self._button.show_choice(self._layer, self._chosen, bool(self._earlier))

    def _lay(self) -> None:
        shares: tuple[tuple[str, float], ...] = ()
        if self.origin is not None and self._knowledge is not None:
            from hipmap.desktop.learn.pain_pattern import pattern

            shares = tuple(sorted(pattern(self.origin, self._knowledge).items()))
        sides = self._sides or ("right", "left")
        self._area.lay_over(LaidOver(self._layer, shares, sides if shares else (), self._earlier))
        self._button.show_choice(self._layer, self._chosen, bool(self._earlier))
        if self._layer == "none" and not shares:
            self._let_go()
        self._tell()
        self.changed.emit()

    def _let_go(self) -> None:
        """Forgets pictures and outlines that nothing shows any more."""
        if self.legend is not None:
            from hipmap.desktop.body_map.overlay_files import let_go

            let_go()

    # ------------------------------------------------------------ the legend

    def _told(self) -> "Told | None":
        if self._layer == "none" and self.origin is None and not self._earlier:
            return None
        from hipmap.desktop.body_map import overlay_words as words

        if self.origin is not None and self._knowledge is not None:
            return words.pattern_told(self.origin, self._knowledge, self._voice)
        if self._layer == "bones":
            return words.bones_told(self._voice)
        if self._layer == "roots":
            return words.roots_told(self._voice, self._knowledge)
        return words.earlier_told() if self._earlier else None

    def _tell(self) -> None:
        """Words the legend; one of something pointed at comes and goes without moving the faces."""
        told = self._told()
        if self.legend is None:
            if told is None:
                return
            from hipmap.desktop.body_map.overlay_legend import OverlayLegend

            self.legend = OverlayLegend(self._area)
            self.legend.dismissed.connect(self._dismiss)
        self.legend.tell(told, dismissable=self._pointed is None)
        self._place()

    def _say(self) -> None:
        """Has a screen reader speak what has been laid over the faces."""
        told = self._told()
        if told is not None:
            announce(self._panel, " ".join(part for part in (told.title, told.note, told.more) if part))

    def _dismiss(self) -> None:
        if self._layer == "none":
            self.show_earlier(())
        else:
            self.choose("none")

    def _place(self) -> None:
        """Puts the legend at the foot of the faces, and the zoom control above it."""
        room, foot = self._area.rect(), 0
        if self.legend is not None and not self.legend.isHidden():
            tall = self.legend.height_at(room.width())
            self.legend.setGeometry(QRect(0, room.height() - tall, room.width(), tall))
            self.legend.raise_()
            foot = tall + Space.XS
        self._area.keep_free(foot if self._pointed is None else self._area.foot)
        at = room.height() - max(foot, self._area.foot) - self.zoom.height()
        self.zoom.move(room.width() - self.zoom.width(), at)
        self.zoom.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange) and watched is self._area:
            QTimer.singleShot(0, self, self._place)
        return False

    # ------------------------------------------------------------ zoom

    def _zoom(self, step: int) -> None:
        if step == 0:
            self._area.lens.fit()
        else:
            self._area.lens.step(STEP**step)

    def _zoomed(self, zoom: float) -> None:
        self.zoom.show_zoom(zoom)
        self._place()
