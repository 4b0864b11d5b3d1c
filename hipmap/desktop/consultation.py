"""The consultation on one screen: it joins the panels to the session and gives each its place."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from hipmap.desktop.acted_warning import LOUD
from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.map_edits import listen_to_map
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.column import MapColumn
from hipmap.desktop.columns import PANES, Pane, boxes
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.how_to.how_to_desk import HowToDesk
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.result_pane import ResultPane
from hipmap.desktop.seen_of_case import DeskPlace, SeenOfCase
from hipmap.desktop.sheet_order import meant_side
from hipmap.desktop.sheet_panel import SheetPanel
from hipmap.desktop.sheet_place import place_in, return_to
from hipmap.desktop.urgency_panel import UrgencyPanel
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, OwnView, Side
from hipmap.model.voice import Voice

# The note on a test takes this share of the column it lies over, and never less than these pixels.
NOTE_SHARE, NOTE_SHARE_ALONE, NOTE_LEAST = 0.64, 0.45, 400
# A sheet of less than this height leaves no room for a note below it: the note covers it, and is read first.
SHEET_FOR_BOTH = 620
# The urgency panel may take this share of its column; the rest of it scrolls.
URGENCY_SHARE = 0.6
URGENCY_SHARE_LOUD = 0.74
# Calm, it stands beside the tabs: where it has this room, and is not taller than so many times the tabs.
LEAST_URGENCY = 300
BESIDE_TABS = 1.5


class Consultation(QWidget):
    """Turns the intents of its panels into edits of the session, and gives every panel the new case."""

    pane_shown = Signal(str)
    read_asked = Signal(str)  # the address of a page to read
    note_asked = Signal()
    reports_asked = Signal()

    def __init__(
        self, session: CaseSession, body_map: BodyMapPanel, voice: Voice, seen: SeenOfCase, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._pane: Pane = "map"
        self.body_map = body_map
        self.sheet = SheetPanel(voice)
        self.urgency = UrgencyPanel(voice, seen.warning)
        self.tabs = ChoiceStrip(self._tab_choices())
        self.tabs.let_focus(Qt.FocusPolicy.StrongFocus)
        self.tabs.chosen.connect(self._tab_chosen)
        self.map_column = MapColumn(self.body_map)
        self.result = ResultPane(session.knowledge, voice, seen)
        self.conflicts, self.likelihoods = self.result.conflicts, self.result.likelihoods
        self.reasons, self.advice = self.result.reasons, self.result.advice
        for part in (self.tabs, self.map_column, self.sheet, self.urgency, self.result):
            part.setParent(self)
        self.how_to = HowToDesk(session, self.sheet, voice, self)
        self._listen()
        for panel in (self.sheet, self.urgency):
            panel.show_knowledge(session.knowledge)
        session.changed.connect(self.show_case)
        self.show_voice(voice)
        self._put_tab_order()

    # ---- what is shown

    def show_case(self, case: Case, assessment: Assessment) -> None:
        for panel in (self.body_map, self.sheet, self.urgency, self.result):
            panel.show_case(case, assessment)
        self.how_to.show_case(case, assessment)
        self._arrange()

    def show_voice(self, voice: Voice) -> None:
        for panel in (self.body_map, self.sheet, self.urgency, self.result):
            panel.show_voice(voice)
        self.how_to.show_voice(voice)
        self.tabs.show_texts(self._tab_choices())
        self._arrange()

    def wear_look(self) -> None:
        """Passes the theme to the body map, which paints pictures of its own, and divides the room anew."""
        self.body_map.set_theme(look().theme)
        self._arrange()

    def go_to(self, pane: Pane) -> None:
        """Shows a pane and gives it the keyboard."""
        self._show_pane(pane)
        if pane == "sheet":
            self.sheet.take_keyboard()
        elif pane == "result":
            self.result.take_keyboard()
        else:
            self.body_map.area.views()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> DeskPlace:
        """Tells where somebody is, for the desk that will stand here in another language."""
        return DeskPlace(self._pane, place_in(self.sheet))

    def go_to_place(self, place: DeskPlace) -> None:
        """Goes where somebody was at a desk that stood here before."""
        self._show_pane(place.pane)
        return_to(self.sheet, place.sheet)

    def show_country(self, country: str) -> None:
        """Says whom to call in an emergency in a country (two letters)."""
        self.urgency.show_country(country)
        self.advice.show_country(country)
        self._arrange()

    def show_own_view_first(self, on: bool) -> None:
        """Asks for the clinician's own view before the likelihoods are seen, from now on, or no longer."""
        self.result.show_own_view_first(on)

    def ask_safety(self) -> None:
        self.urgency.ask_button.click()

    def begin_search(self) -> None:
        self._show_pane("sheet")
        self.sheet.begin_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "result"):
            self._arrange()
        super().changeEvent(event)

    # ---- intents

    def _listen(self) -> None:
        sheet = self.sheet
        listen_to_map(self.body_map, self.session)
        sheet.answered.connect(self._answer)
        sheet.answered_both.connect(self._answer_both)
        sheet.cleared.connect(
            lambda finding, side: self._apply(
                self.tr("Take back an answer"),
                lambda case: (
                    edits.put_side_answer(case, finding, side, None)
                    if side
                    else edits.remove_answer(case, finding)
                ),
                f"answer:{finding}",
            )
        )
        sheet.typing_ended.connect(self.session.end_typing)
        self.how_to.shown.connect(self._arrange)
        self.how_to.read_asked.connect(self.read_asked)
        search = QShortcut(QKeySequence(Qt.Key.Key_Slash), self)  # fields of text keep it to themselves
        search.activated.connect(self.begin_search)
        self.urgency.ask_now.connect(self.ask)
        self.urgency.folded.connect(self._arrange, Qt.ConnectionType.QueuedConnection)
        self.urgency.told_more.connect(lambda: self.go_to("result"))
        self.likelihoods.origin_hovered.connect(self.body_map.show_pattern)
        self.session.opened.connect(self._begin_anew)
        self.result.read_asked.connect(self.read_asked)
        self.result.note_asked.connect(self.note_asked)
        self.result.reports_asked.connect(self.reports_asked)
        self.result.ask_findings.connect(self.ask)
        self.result.own_view_given.connect(self._put_own_view)
        self.result.cover_changed.connect(lambda covered: self.sheet.show_reasons(not covered))
        sheet.list.row_made.connect(lambda row: self.result.sheet_hover.watch([row]))

    def _apply(self, text: str, edit: Callable[[Case], Case], key: str | None = None) -> None:
        typed = key if key is not None and key.startswith("typed:") else None
        self.session.apply(text, edit, typed)

    def _answer(self, finding: str, value: str | float, side: Side | None, typed: bool) -> None:
        key = f"typed:{finding}" if typed else None

        def answered(case: Case) -> Case:
            if side is None:
                return edits.put_answer(case, finding, value)
            return edits.put_side_answer(case, finding, side, value, meant_side(case))

        self._apply(self.tr("Answer"), answered, key)

    def _answer_both(self, finding: str, value: str) -> None:
        self._apply(
            self.tr("Answer"), lambda case: edits.put_both_sides(case, finding, value, meant_side(case))
        )

    def ask(self, findings: list[str]) -> None:
        """Goes to answers."""
        self._show_pane("sheet")
        self.sheet.ask(findings)

    def _begin_anew(self) -> None:
        """Nothing that was looked at in one case is looked at in the next by itself."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()  # what had the keyboard may not be there in the next case
        self.sheet.begin_anew()
        self.urgency.begin_anew()
        self.result.begin_anew()

    def _put_own_view(self, view: OwnView | None) -> None:
        text = self.tr("Commit your own view") if view is not None else self.tr("Take your own view back")
        self._apply(text, lambda case: edits.put_own_view(case, view))

    # ---- places

    def _put_tab_order(self) -> None:
        """Tab goes by columns, as one reads; what was made late would come last of all."""
        sheet = self.sheet
        parts = [*sheet.head.which.buttons, sheet.others, *sheet.list.headers.values()]
        for before, after in pairwise([*parts, *sheet.next_best.buttons, self.urgency.ask_button]):
            QWidget.setTabOrder(before, after)
        if (row := sheet.list.current()) is not None:  # it stood behind a heading that has moved
            sheet.list.put_into_tab_order(row)

    def _tab_chosen(self, pane: str) -> None:
        self._show_pane(next(one for one in PANES if one == pane))

    def _show_pane(self, pane: Pane) -> None:
        self._pane = pane
        self._arrange()
        self.pane_shown.emit(pane)

    def _arrange(self) -> None:
        if self.width() < 10 or self.height() < 10:
            return
        found = boxes(
            self.width(), self.height(), look().text_scale, self._pane, self.tabs.sizeHint().height()
        )
        self.tabs.setVisible(found.tabs is not None)
        if found.tabs is not None:
            self.tabs.setGeometry(placed(self, found.tabs))
            shown = next(pane for pane in found.panes if pane != "result" or found.mode == "one")
            self.tabs.show_choice(shown)
            self.tabs.button_of("result").setVisible(found.mode == "one")
        panes = self._put_urgency(dict(found.panes), found.tabs)
        note = self._take_room_for_note(panes)
        for pane, widget in (("map", self.map_column), ("sheet", self.sheet), ("result", self.result)):
            box_of = panes.get(next(one for one in PANES if one == pane))
            widget.setVisible(box_of is not None)
            if box_of is not None:
                margin = Space.M if widget is not self.sheet else 0
                widget.setGeometry(placed(self, box_of.adjusted(0, 0, margin, 0)))
        covers = note is not None and note.intersects(panes.get("sheet", QRect()))
        self.how_to.arrange(None if note is None else placed(self, note), covers)

    def _put_urgency(self, panes: dict[Pane, QRect], tabs: QRect | None) -> dict[Pane, QRect]:
        """Puts it on top of its column and gives what is left; calm and short, it stands beside the tabs."""
        urgency, pane = self.urgency, next((one for one in panes if one == "result"), next(iter(panes)))
        column = panes[pane]
        urgency.show_compact("result" not in panes)
        if tabs is not None and "result" not in panes and urgency.tier not in LOUD:
            start = tabs.x() + self.tabs.sizeHint().width() + Space.M
            beside = QRect(start, tabs.y(), tabs.right() + 1 - start, 0)
            wanted = look().px(LEAST_URGENCY)
            tall = urgency.height_at(beside.width()) if beside.width() >= wanted else column.height()
            if tall <= tabs.height() * BESIDE_TABS:
                beside.setHeight(max(tall, tabs.height()))
                urgency.setGeometry(placed(self, beside))
                self.tabs.move(self.tabs.x(), tabs.y() + (beside.height() - tabs.height()) // 2)
                return {pane: column.adjusted(0, beside.height() - tabs.height(), 0, 0)}
        share = URGENCY_SHARE_LOUD if urgency.tier in LOUD else URGENCY_SHARE
        tall = min(urgency.height_at(column.width()), round(column.height() * share))
        urgency.setGeometry(placed(self, QRect(column.x(), column.y(), column.width(), tall)))
        return {**panes, pane: column.adjusted(0, tall + Space.M, 0, 0)}

    def _take_room_for_note(self, panes: dict[Pane, QRect]) -> QRect | None:
        """Gives where the note on a test lies while the sheet is seen: over the map, the result, or below."""
        if not self.how_to.is_open() or "sheet" not in panes:
            return None
        over = panes.get("map") or panes.get("result")
        if over is not None:
            tall = max(look().px(NOTE_LEAST), round(over.height() * NOTE_SHARE))
            return over.adjusted(0, max(0, over.height() - tall), 0, 0)
        sheet = panes["sheet"]
        if sheet.height() < look().px(SHEET_FOR_BOTH):
            return sheet
        tall = round(sheet.height() * NOTE_SHARE_ALONE)
        panes["sheet"] = sheet.adjusted(0, 0, 0, -tall - Space.M)
        return QRect(sheet.x(), sheet.bottom() + 1 - tall, sheet.width(), tall)

    def _tab_choices(self) -> list[Choice]:
        return [
            Choice("map", self.tr("Where it hurts")),
            Choice("sheet", self.tr("Questions")),
            Choice("result", self.tr("Result")),
        ]
