"""The panel on which a person marks where it hurts, on the faces of the body or in words."""

from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map import mark_intents
from hipmap.desktop.body_map.announce import announce, what_changed
from hipmap.desktop.body_map.figure_files import FaceKey, Part
from hipmap.desktop.body_map.hand import Hand
from hipmap.desktop.body_map.map_area import MapArea
from hipmap.desktop.body_map.map_footer import MapFooter
from hipmap.desktop.body_map.map_header import MapHeader
from hipmap.desktop.body_map.map_legend import MapLegend
from hipmap.desktop.body_map.map_overlays import MapOverlays
from hipmap.desktop.body_map.map_words import MapWords
from hipmap.desktop.body_map.mark_card import MarkCard
from hipmap.desktop.body_map.painted_areas import after_stroke
from hipmap.desktop.body_map.pin_place import shares_of
from hipmap.desktop.body_map.stroke import Stroke
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.target_asking import TargetAsking
from hipmap.desktop.body_map.tool_rail import ToolSet
from hipmap.desktop.body_map.zone_words import ZoneWords, kind_for, mark_summary
from hipmap.desktop.design_tokens import Space, Theme
from hipmap.desktop.labels import Card
from hipmap.desktop.look import look
from hipmap.model.assessment import Assessment
from hipmap.model.body import Body, FigureKind
from hipmap.model.case import Case, Mark, MarkKind, Pin, Side
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class BodyMapPanel(Card):
    """Shows the marks of a case and emits what a person wants; it never changes the case itself."""

    mark_requested = Signal(str, str, str)  # zone, side, kind
    mark_edited = Signal(object)  # the mark as it should be
    mark_removed = Signal(str, str, str)  # zone, side, kind
    swap_sides_requested = Signal()
    clear_requested = Signal()
    figure_chosen = Signal(str)
    marks_changed = Signal(object)  # MarkChanges: what one drag, stroke or arrow asks for
    pin_requested = Signal(object)  # the Pin, or None to take it away
    undo_requested = Signal()
    large_targets_chosen = Signal(bool)

    def __init__(self, body: Body, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ZoneWords(body)
        self._marks: tuple[Mark, ...] | None = None
        self._pin: Pin | None = None
        self._pointed: Place | None = None
        self._to_open: tuple[Place, MarkKind] | None = None
        self._card: MarkCard | None = None
        self._legend: MapLegend | None = None
        self.targets = TargetAsking(self)
        self.header = MapHeader(self)
        self.area = MapArea(self._words)
        self.footer = MapFooter(self._words, self)
        self.overlays = MapOverlays(self.area, self.header.shown, self)
        self.words_asked = MapWords(self._words, self)
        self.box.setSpacing(Space.S)
        for part in (self.header, self.area, self.footer):
            self.box.addWidget(part, 1 if part is self.area else 0)
        self.setAccessibleName(self.tr("Where it hurts"))
        self._listen()
        self._show_pointed(None)

    def _listen(self) -> None:
        self.header.kind_chosen.connect(self._kind_chosen)
        self.header.hand_changed.connect(self._hand_changed)
        self.header.undo_asked.connect(self.undo_requested)
        self.header.large_targets_chosen.connect(self._large_targets_chosen)
        self.area.target_clicked.connect(
            lambda view, target: self.targets.press(view, target, self._words, self._marks or ())
        )
        self.targets.zone_chosen.connect(self._zone_clicked)
        self.targets.part_wanted.connect(self.show_part)
        self.header.legend_asked.connect(self.show_legend)
        self.header.listen_to(self.area)
        self.area.zones_dragged.connect(self._zones_dragged)
        self.area.stroke_drawn.connect(self._stroke_drawn)
        self.area.arrow_drawn.connect(self._arrow_drawn)
        self.area.finger_put.connect(self._finger_put)
        self.area.finger_pressed.connect(self._finger_pressed)
        self.overlays.changed.connect(lambda: self._show_pointed(self._pointed))
        self.header.part_chosen.connect(self.show_part)
        self.header.figure_chosen.connect(self._figure_chosen)
        self.area.zone_clicked.connect(self._zone_clicked)
        self.area.zone_opened.connect(self._zone_opened)
        self.area.zone_pointed.connect(self._show_pointed)
        self.footer.place_chosen.connect(self._zone_clicked)
        self.footer.field.word_asked.connect(self.words_asked.ask_place)
        self.footer.own_words.words_chosen.connect(self.words_asked.words_chosen)
        self.footer.own_words.difference_asked.connect(self.words_asked.ask_difference)
        self.footer.chip_opened.connect(self._open_card)
        self.footer.chip_removed.connect(lambda mark: self.mark_removed.emit(mark.zone, mark.side, mark.kind))
        self.footer.swap_sides_requested.connect(self.swap_sides_requested)
        self.footer.clear_requested.connect(self.clear_requested)

    # ------------------------------------------------------------ what is shown

    def show_case(self, case: Case, assessment: Assessment | None = None) -> None:
        """Draws the marks of a case; this never emits an intent."""
        before, self._marks = self._marks, case.marks
        pin_before, self._pin = self._pin, case.pin
        self.area.show_pin(case.pin)
        if before != case.marks or pin_before != case.pin:
            self.area.show_marks(case.marks)
            self.overlays.show_marks(case.marks)
            self.footer.show_marks(case.marks, case.pin)
            self._show_pointed(self._pointed)
            if before is not None:
                announce(self, what_changed(before, case.marks, self._words, pin_before, case.pin))
        self.words_asked.show_case(case)
        self.footer.own_words.show_words(case.own_words, self.words_asked.differing())
        self._follow_with_card()

    def set_voice(self, voice: Voice) -> None:
        """Words everything for the patient or for the clinician."""
        self._words = ZoneWords(self._words.body, voice)
        self.area.set_words(self._words)
        self.footer.set_words(self._words)
        self.overlays.show_voice(voice)
        self.words_asked.set_words(self._words)
        self._show_pointed(self._pointed)

    show_voice = set_voice  # as every panel calls it

    def begin_anew(self) -> None:
        """Another case begins with the whole figure, without last time's marks, and a click marks pain."""
        self.overlays.show_earlier(())
        self.header.begin_anew()
        self.area.lens.fit()

    def set_theme(self, theme: Theme) -> None:
        """Paints the figures and marks in another theme."""
        self.area.set_theme(theme)
        self.header.wear_look()
        self._show_pointed(self._pointed)

    def set_figure(self, figure: FigureKind) -> None:
        """Shows another figure; the zones and marks are the same."""
        self.header.show_figure(figure)
        self.area.show_figure(figure)
        self.words_asked.show_figure(figure)

    def show_tools(self, tools: ToolSet) -> None:
        """Shows every tool, or the few of the guide at home."""
        self.header.show_tools(tools)
        self.footer.show_large(tools == "home")
        self.words_asked.large = tools == "home"

    def show_large_targets(self, shown: bool) -> None:
        """Lets zones that lie together be pressed as one, and asks then which is meant."""
        self.header.show_large_targets(shown)
        self.area.show_large_targets(shown)

    def show_legend(self) -> None:
        """Tells what each pattern on the map means."""
        if self._legend is None:
            self._legend = MapLegend(self)
        self._legend.open_below(self.header.figure)

    def show_knowledge(self, knowledge: Knowledge) -> None:
        """Learns which pain patterns can be shown."""
        self.overlays.show_knowledge(knowledge)

    def show_pattern(self, origin_or_condition: str | None) -> None:
        """Paints where pain of an origin or condition is felt, as long as it is pointed at."""
        self.overlays.show_pattern(origin_or_condition)

    def show_part(self, part: Part) -> None:
        """Makes a part of the body the large one."""
        self.header.show_part(part)
        self.area.show_part(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lays the tool down."""
        if event.key() == Qt.Key.Key_Escape and self.header.hand.grip != "click":
            self.header.take_grip("click")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "footer"):
            self.set_theme(look().theme)
            self.footer.fit()
        super().changeEvent(event)

    # ------------------------------------------------------------ what a person does

    def _kind_chosen(self, kind: MarkKind) -> None:
        self.area.show_overlay(kind == "numb")
        self._show_pointed(self._pointed)

    def _large_targets_chosen(self, shown: bool) -> None:
        self.show_large_targets(shown)
        self.large_targets_chosen.emit(shown)

    def _figure_chosen(self, figure: FigureKind) -> None:
        self.set_figure(figure)
        self.figure_chosen.emit(figure)

    def _zone_clicked(self, zone: str, side: str) -> None:
        self.mark_requested.emit(zone, side, self._kind_at(zone))

    def _hand_changed(self, hand: Hand) -> None:
        self.area.take_hand(hand)
        self._show_pointed(self._pointed)

    def _zones_dragged(self, places: tuple[Place, ...], erases: bool) -> None:
        self._want(mark_intents.dragged(places, erases, self._marks or (), self._kind_at))

    def _stroke_drawn(self, stroke: Stroke) -> None:
        numb, painted = self.header.kind == "numb", self.area.painted
        put, removed = after_stroke(stroke, self._marks or (), self._kind_at, painted, numb)
        self._want(mark_intents.MarkChanges("erase" if stroke.erases else "draw", tuple(put), tuple(removed)))

    def _arrow_drawn(self, start: Place, end: Place) -> None:
        by_id = self._words.body.by_id
        said = mark_intents.arrow(start, end, self._marks or (), lambda zone: kind_for(by_id[zone], "pain"))
        self._want(said)

    def _want(self, changes: mark_intents.MarkChanges) -> None:
        if changes:
            self.marks_changed.emit(changes)

    def _finger_put(self, key: FaceKey, place: Place, point: QPointF) -> None:
        at = shares_of(self.area.figure, key, point)
        self.pin_requested.emit(Pin(zone=place[0], side=place[1], face=key.face, at=at))

    def _finger_pressed(self, key: FaceKey, place: Place, point: QPointF) -> None:
        """Points at the middle of a zone by keyboard; where the pin stands already, takes it away."""
        if self._pin is not None and (self._pin.zone, self._pin.side) == place:
            self.pin_requested.emit(None)
        else:
            self._finger_put(key, place, point)

    def _kind_at(self, zone: str) -> MarkKind:
        return kind_for(self._words.body.by_id[zone], self.header.kind)

    def _show_pointed(self, place: Place | None) -> None:
        self._pointed = place
        states = [mark_summary(mark) for mark in self._marks or () if mark.place == place]
        if place is not None and (told := self.overlays.told_at(place)):
            states.append(told)
        self.header.show_pointed(place, self._words, ", ".join(states))

    # ------------------------------------------------------------ the card of a mark

    def _zone_opened(self, zone: str, side: str) -> None:
        """Opens the card of a place, marking the place first if it is not marked."""
        place = (zone, cast(Side, side))
        there = [mark for mark in self._marks or () if mark.place == place]
        kind = self._kind_at(zone)
        fitting = [mark for mark in there if mark.kind == kind] or there
        if fitting:
            self._open_card(fitting[0], self._corner_of(place))
            return
        self._to_open = (place, kind)
        self.mark_requested.emit(zone, side, kind)

    def _corner_of(self, place: Place) -> QPoint:
        view = self.area.view_of(place)
        if view is None:
            return self.mapToGlobal(self.rect().center())
        box = view.outline(place).boundingRect().toAlignedRect()
        return view.mapToGlobal(box.bottomLeft() + QPoint(0, Space.S))

    def card(self) -> MarkCard | None:
        """Gives the card, if one was ever opened."""
        return self._card

    def _open_card(self, mark: Mark, corner: QPoint) -> None:
        if self._card is None:
            self._card = MarkCard(self._words, self)
            self._card.edited.connect(self.mark_edited)
            self._card.replaced.connect(self.marks_changed)
            self._card.removed.connect(self.mark_removed)
        self._card.open_at(mark, self._marks or (), self._words, corner)

    def _follow_with_card(self) -> None:
        """Shows in the card what the case now says, and opens it for a place just marked to that end."""
        marks = {(mark.place, mark.kind): mark for mark in self._marks or ()}
        if self._to_open is not None:
            opened, self._to_open = marks.get(self._to_open), None
            if opened is not None:
                self._open_card(opened, self._corner_of(opened.place))
        card = self._card
        if card is not None and card.isVisible() and card.mark is not None:
            now = marks.get((card.mark.place, card.mark.kind))
            if now is not None:
                card.show_mark(now, self._marks or ())
            else:
                card.close()
