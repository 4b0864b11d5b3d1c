"""Opens the side note on what is at hand in the sheet, keeps it to the row one is at, and closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.languages import library_in_words
from hipmap.desktop.look import look
from hipmap.desktop.sheet_panel import SheetPanel
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.library import Library
from hipmap.model.problems import BadInput
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.model.voice import Voice, said
from hipmap.reasoning.unsafe_tests import withheld

if TYPE_CHECKING:  # Pages, pictures and the library are loaded when somebody first wants to read.
    from hipmap.desktop.how_to.how_to_note import HowToNote

# A key held down goes by rows faster than anybody reads: milliseconds until the note follows.
FOLLOWS = 60
LEAST_HEIGHT = 180


class HowToDesk(QObject):
    """The note is open until it is closed, whatever row or case one goes to."""

    shown = Signal()  # the note came or went: room is to be made for it, or given back
    read_asked = Signal(str)

    def __init__(self, session: CaseSession, sheet: SheetPanel, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._sheet, self._parent = session, sheet, parent
        self._voice: Voice = voice
        self._library: Library | None = None
        self._unreadable = False
        self._finding: str | None = None
        self._wanted: str | None = None
        self.note: HowToNote | None = None
        self._box: QRect | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FOLLOWS)
        self._later.timeout.connect(self._follow)
        self._reads = QTimer(self)
        self._reads.setSingleShot(True)
        self._reads.setInterval(0)
        self._reads.timeout.connect(self._read_library)
        sheet.how_to_asked.connect(self.ask)
        sheet.left.connect(self.close)
        sheet.list.entered.connect(self._enter)

    def is_open(self) -> bool:
        return self._finding is not None

    def ask(self, finding: str) -> None:
        """Opens the note on a question or test; asked again, closes it."""
        if self._finding == finding:
            self.close()
        else:
            self._open(finding)

    def close(self) -> None:
        """Closes the note; the keyboard goes back to the row that it was about."""
        if self._finding is None:
            return
        focused = QApplication.focusWidget()
        held = self.note is not None and focused is not None and self.note.isAncestorOf(focused)
        before, self._finding = self._finding, None
        self._later.stop()
        self._sheet.list.row_of(before).show_explained(False)
        if held and before in self._sheet.list.shown():
            self._sheet.list.go_into(before)
        if self.note is not None:
            self.note.hide()
        self.shown.emit()

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        """What is known of the case may speak against the test."""
        self._show()

    def arrange(self, box: QRect | None, covers: bool) -> None:
        """Puts the note into its place; where there is none for it, it waits unseen.

        Where it covers the sheet, the keyboard goes into it: nobody works at what cannot be seen.
        """
        if self.note is None:
            return
        focused = QApplication.focusWidget()
        if covers and focused is not None and self._sheet.isAncestorOf(focused):
            QTimer.singleShot(0, self.note.view, self.note.view.setFocus)
        self._box = box
        self.note.setVisible(box is not None)
        if box is not None:
            self._fit(self.note, box)
            self.note.raise_()

    # ---- parts

    def _fit(self, note: "HowToNote", box: QRect) -> None:
        """A short note covers no more than it needs, from below."""
        note.setGeometry(box)
        note.box.activate()
        spare = box.height() - max(note.needed_height(), look().px(LEAST_HEIGHT))
        note.setGeometry(box.adjusted(0, max(0, spare), 0, 0))

    def _enter(self, finding: str) -> None:
        if self._finding is not None:
            self._wanted = finding
            self._later.start()

    def _follow(self) -> None:
        if self._wanted is not None and self._finding not in (None, self._wanted):
            self._open(self._wanted)

    def _open(self, finding: str) -> None:
        before, self._finding = self._finding, finding
        if before is not None:
            self._sheet.list.row_of(before).show_explained(False)
        self._sheet.list.row_of(finding).show_explained(True)
        if self._library is None and not self._unreadable:
            self._reads.start()
        self._show()
        if before is None:
            self.shown.emit()

    def _read_library(self) -> None:
        """The note is there before the library is: what it adds comes a moment later."""
        try:
            self._library = library_in_words(self._session.knowledge)
        except BadInput:
            self._unreadable = True  # the Learn window says what is wrong with it
        self._show()

    def _show(self) -> None:
        if self._finding is None:
            return
        from hipmap.desktop.how_to.how_to_note import HowToNote
        from hipmap.desktop.how_to.how_to_page import About

        if self.note is None:
            self.note = HowToNote(self._parent)
            self.note.closed.connect(self.close)
            self.note.read_asked.connect(self.read_asked)
        knowledge = self._session.knowledge
        finding = knowledge.finding_by_id[self._finding]
        if self.note.finding != self._finding:
            announce(self.note, said(finding, self._voice))
        self.note.show_about(About(finding, self._voice, knowledge, self._library, self._held(finding.id)))
        if self._box is not None:
            self._fit(self.note, self._box)

    def _held(self, finding: str) -> UnsafeTest | None:
        """Gives why a test is not to be done in this case, if so."""
        knowledge, assessment = self._session.knowledge, self._session.assessment
        chances: dict[str, float] = {}
        found = [*assessment.origins, *assessment.conditions]
        for side in assessment.sides:
            found += [*side.origins, *side.conditions]
        for one in found:
            chances[one.id] = max(one.probability, chances.get(one.id, 0.0))
        rows, tier = knowledge.unsafe_tests, assessment.urgency.tier
        why = withheld(self._session.case, knowledge, rows, chances, tier).get(finding)
        return next((row for row in rows if row.id == why and not row.always), None)
