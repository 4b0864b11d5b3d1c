"""The consultation on one screen: it joins the panels to the session and gives each its place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.advice_panel import AdvicePanel
from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.column import Column, MapColumn
from hipmap.desktop.columns import PANES, Pane, boxes
from hipmap.desktop.conflict_note import ConflictNote
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.likelihood_panel import LikelihoodPanel
from hipmap.desktop.look import look
from hipmap.desktop.reasons_panel import ReasonsPanel
from hipmap.desktop.sheet_panel import SheetPanel
from hipmap.desktop.urgency_panel import LOUD, UrgencyPanel
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Mark
from hipmap.model.voice import Voice

# The urgency panel may take this share of its column; the rest of it scrolls.
URGENCY_SHARE = 0.6
URGENCY_SHARE_LOUD = 0.74


class Consultation(QWidget):
    """Turns the intents of its panels into edits of the session, and gives every panel the new case."""

    pane_shown = Signal(str)
    read_asked = Signal(str)  # the address of a page to read

    def __init__(self, session: CaseSession, body_map: BodyMapPanel, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._pane: Pane = "map"
        self.body_map = body_map
        self.sheet = SheetPanel(voice)
        self.urgency = UrgencyPanel(voice)
        self.conflicts = ConflictNote(voice)
        self.likelihoods = LikelihoodPanel(voice)
        self.reasons = ReasonsPanel(voice)
        self.advice = AdvicePanel(voice)
        self.tabs = ChoiceStrip(self._tab_choices())
        self.tabs.let_focus(Qt.FocusPolicy.StrongFocus)
        self.tabs.chosen.connect(self._tab_chosen)
        self.map_column = MapColumn(self.body_map)
        self.result = Column(self.conflicts, self.likelihoods, self.reasons, self.advice)
        for part in (self.tabs, self.map_column, self.sheet, self.urgency, self.result):
            part.setParent(self)
        self._listen()
        self._panels = (
            self.sheet, self.urgency, self.conflicts, self.likelihoods, self.reasons, self.advice
        )  # fmt: skip
        for panel in self._panels:
            panel.show_knowledge(session.knowledge)
        session.changed.connect(self.show_case)
        self.show_voice(voice)

    # ---- what is shown

    def show_case(self, case: Case, assessment: Assessment) -> None:
        for panel in (self.body_map, self.sheet, self.urgency, self.conflicts, self.advice):
            panel.show_case(case, assessment)
        self._show_side(case, assessment)
        if assessment.enough.why == "nothing_known":
            self.result.verticalScrollBar().setValue(0)  # a new case is read from its beginning
        self._arrange()

    def show_voice(self, voice: Voice) -> None:
        for panel in (self.body_map, *self._panels):
            panel.show_voice(voice)
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
            row = self.sheet.list.current()
            (row or self.sheet.search).setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif pane == "result":
            rows = self.likelihoods.visible_rows()
            (rows[0] if rows else self.result).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.body_map.area.views()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_country(self, country: str) -> None:
        """Says whom to call in an emergency in a country (two letters)."""
        self.urgency.show_country(country)
        self.advice.show_country(country)
        self._arrange()

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
        body, sheet = self.body_map, self.sheet
        body.mark_requested.connect(self._mark)
        body.mark_edited.connect(self._edit_mark)
        body.mark_removed.connect(
            lambda zone, side, kind: self._apply(
                self.tr("Remove a mark"), lambda case: edits.remove_mark(case, zone, side, kind)
            )
        )
        body.swap_sides_requested.connect(lambda: self._apply(self.tr("Swap sides"), edits.swap_sides))
        body.clear_requested.connect(lambda: self._apply(self.tr("Clear the map"), edits.clear_marks))
        sheet.answered.connect(self._answer)
        sheet.cleared.connect(
            lambda finding: self._apply(
                self.tr("Take back an answer"),
                lambda case: edits.remove_answer(case, finding),
                f"answer:{finding}",
            )
        )
        sheet.typing_ended.connect(self.session.end_typing)
        self.urgency.ask_now.connect(self._ask)
        self.urgency.told_more.connect(lambda: self.go_to("result"))
        self.likelihoods.origin_chosen.connect(self._choose_origin)
        self.likelihoods.side_chosen.connect(self._choose_side)
        self.session.opened.connect(self._begin_anew)
        self.reasons.read_asked.connect(self.read_asked)
        self.advice.read_asked.connect(self.read_asked)

    def _apply(self, text: str, edit: Callable[[Case], Case], key: str | None = None) -> None:
        typed = key if key is not None and key.startswith("typed:") else None
        self.session.apply(text, edit, typed)

    def _mark(self, zone: str, side: str, kind: str) -> None:
        self._apply(self.tr("Mark on the body"), lambda case: edits.toggle_mark(case, zone, side, kind))  # type: ignore[arg-type]

    def _edit_mark(self, mark: Mark) -> None:
        self._apply(self.tr("Change a mark"), lambda case: edits.put_mark(case, mark))

    def _answer(self, finding: str, value: str | float, side: str | None, typed: bool) -> None:
        key = f"typed:{finding}" if typed else None
        self._apply(self.tr("Answer"), lambda case: edits.put_answer(case, finding, value, side), key)  # type: ignore[arg-type]

    def _ask(self, findings: list[str]) -> None:
        self._show_pane("sheet")
        self.sheet.ask(findings)

    def _begin_anew(self) -> None:
        """Nothing that was looked at in one case is looked at in the next by itself."""
        self.likelihoods.begin_anew()
        self.reasons.show_origin(None)

    def _choose_side(self, side: str) -> None:
        self.likelihoods.sides.pick(side)
        self._show_side(self.session.case, self.session.assessment)

    def _show_side(self, case: Case, assessment: Assessment) -> None:
        """Shows likelihoods and reasons of the side that is looked at."""
        self.reasons.show_case(case, self.likelihoods.show_case(case, assessment))

    def _choose_origin(self, origin: str) -> None:
        self.likelihoods.show_chosen(origin)
        self.reasons.show_origin(origin)

    # ---- places

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
            self.tabs.setGeometry(found.tabs)
            shown = next(pane for pane in found.panes if pane != "result" or found.mode == "one")
            self.tabs.show_choice(shown)
            self.tabs.button_of("result").setVisible(found.mode == "one")
        panes = dict(found.panes)
        column = panes.get("result") or next(iter(panes.values()))
        self.urgency.show_compact("result" not in panes)
        share = URGENCY_SHARE_LOUD if self.urgency.tier in LOUD else URGENCY_SHARE
        tall = min(self.urgency.height_at(column.width()), round(column.height() * share))
        self.urgency.setGeometry(column.x(), column.y(), column.width(), tall)
        for pane, box in panes.items():
            if box is column:
                panes[pane] = box.adjusted(0, tall + Space.M, 0, 0)
        for pane, widget in (("map", self.map_column), ("sheet", self.sheet), ("result", self.result)):
            box_of = panes.get(next(one for one in PANES if one == pane))
            widget.setVisible(box_of is not None)
            if box_of is not None:
                widget.setGeometry(box_of.adjusted(0, 0, Space.M if widget is not self.sheet else 0, 0))

    def _tab_choices(self) -> list[Choice]:
        return [
            Choice("map", self.tr("Where it hurts")),
            Choice("sheet", self.tr("Questions")),
            Choice("result", self.tr("Result")),
        ]
