"""A monkey before the real window: it presses, clicks and types anything; and what must hold after it."""

import random
from collections import Counter
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

from hipmap.desktop import chosen_file
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.records.records_screen import RecordsScreen
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.model.case import Case
from hipmap.reasoning import assess
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, stands_before
from tests.storage.records.small_vaults import OWNER, PASSPHRASE

KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape,
    Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_F6, Qt.Key.Key_0, Qt.Key.Key_9,
)  # fmt: skip
LETTERS = "ynurl?0123456789 abc.,-%{}"
MENU_MS = 40
# Dialogs of the system, and the end of the program, are not for monkeys.
NOT_TOUCHED = frozenset({"open", "save", "save_as", "close", "new"})
# These make or dress everything anew, which takes a second.
DEAR = ("theme_", "scale_", "larger", "smaller", "home", "start", "consultation", "records")
DEAR_SHARE = 0.05
UNLOCKS = 0.3
SIZES = ((720, 520), (1, 1), (1366, 768), (1280, 720), (2400, 500), (740, 1600))


class Monkey:
    """Does one odd thing after another; the same seed does the same."""

    def __init__(self, person: Person, seed: int, clinic: Clinic | None = None) -> None:
        self.person = person
        self.clinic = clinic
        self.chance = random.Random(seed)
        self.done: list[str] = []
        self.been: Counter[str] = Counter()  # how many events at each desk, page and dialog
        # A menu or a question runs until it is closed, before the press that opened it returns.
        self._closing = QTimer(interval=MENU_MS)
        self._closing.timeout.connect(_close_menu)
        self._first = person.session.case
        self._is_opened = False
        person.session.opened.connect(self._opened)
        person.session.changed.connect(self._changed)
        self._deeds: list[tuple[float, Callable[[], str]]] = [
            (30, self._click),
            (20, self._key),
            (12, self._type),
            (12, self._mark),
            (6, self._command),
            (4, self._double_click),
            (4, self._hold),
            (3, self._resize),
            (3, self._wait),
            (3, self._drag),
            (2, self._go),
            (0.3, self._speak),
        ]

    def act(self) -> None:
        """Does one thing."""
        self._closing.start()
        try:
            self._act()
        finally:
            self._closing.stop()

    def _act(self) -> None:
        deeds, weights = [deed for _, deed in self._deeds], [weight for weight, _ in self._deeds]
        deed = self._unlock if self._finds_lock() else self.chance.choices(deeds, weights)[0]
        self.done.append(deed())
        del self.done[:-30]
        self.been[self._where()] += 1
        if self.chance.random() < 0.2:
            QApplication.processEvents()
        self._close_what_has_no_end()

    def check(self) -> None:
        """What must hold at any moment."""
        session = self.person.session
        in_full = not session._ranges.isActive()  # what the other side alarms of comes with the ranges
        fresh = assess(session.case, session.knowledge, ranges=in_full, proposals=False)
        shown = {one.id: one.probability for one in session.assessment.origins}
        assert shown == {one.id: one.probability for one in fresh.origins}
        assert session.assessment.urgency == fresh.urgency

    def check_way_back(self) -> None:
        """Undoing everything leads to the first case, and doing it again to the present one."""
        session = self.person.session
        last, stack = session.case, session.undo_stack
        at = stack.index()  # the last step may have been taken back
        stack.setIndex(0)
        assert session.case == self._first
        stack.setIndex(at)
        assert session.case == last
        self.check()

    def _opened(self) -> None:
        self._is_opened = True

    def _changed(self, case: Case, _assessment: object) -> None:
        if self._is_opened:
            self._first, self._is_opened = case, False

    # ---- deeds

    def _click(self) -> str:
        seen = [one for one in self._widgets(QAbstractButton | QLineEdit | QComboBox) if one.isEnabled()]
        return self._at(self.chance.choice(seen), QTest.mouseClick) if seen else "nothing to click"

    def _double_click(self) -> str:
        seen = self._widgets(QAbstractButton)
        return self._at(self.chance.choice(seen), QTest.mouseDClick) if seen else "nothing to double-click"

    def _at(self, widget: QWidget, click: Callable[..., None]) -> str:
        told = f"{click.__name__} {type(widget).__name__} {widget.accessibleName()!r}"
        button = self.chance.choices((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (9, 1))[0]
        if isinstance(widget, QComboBox) or _opens_system_dialog(widget):
            return f"left alone: {told}"
        click(widget, button, Qt.KeyboardModifier.NoModifier, widget.rect().center())
        return told

    def _key(self) -> str:
        key = self.chance.choice(KEYS)
        QTest.keyClick(self._focused(), key)
        return f"key {key.name}"

    def _hold(self) -> str:
        """Holds a key down: presses come on and on, and one release."""
        key = self.chance.choice(KEYS)
        for again in range(self.chance.randrange(3, 12)):
            focused = self._focused()
            QApplication.sendEvent(focused, key_event(key, again > 0))
        return f"holding {key.name}"

    def _type(self) -> str:
        letters = "".join(self.chance.choices(LETTERS, k=self.chance.randrange(1, 4)))
        for letter in letters:
            QTest.keyClicks(self._focused(), letter)
        return f"typing {letters!r}"

    def _mark(self) -> str:
        faces = [one for one in self._widgets(QWidget) if isinstance(one, FaceView)]
        if not faces:
            return "no face"
        face = self.chance.choice(faces)
        place = self.chance.choice(list(face.zones.places))
        QTest.mouseClick(face, Qt.MouseButton.LeftButton, pos=face.point_in(place).toPoint())
        return f"click on {place}"

    def _drag(self) -> str:
        faces = [one for one in self._widgets(QWidget) if isinstance(one, FaceView)]
        if not faces:
            return "no face to drag on"
        face = self.chance.choice(faces)
        ends = [
            QPoint(self.chance.randrange(face.width()), self.chance.randrange(face.height()))
            for _ in range(3)
        ]
        QTest.mousePress(face, Qt.MouseButton.LeftButton, pos=ends[0])
        for at in ends[1:]:
            QTest.mouseMove(face, at)
        QTest.mouseRelease(face, Qt.MouseButton.LeftButton, pos=ends[-1])
        return "a drag over the body"

    def _command(self) -> str:
        actions = self.person.window.actions_by_id
        names = [name for name, action in actions.items() if name not in NOT_TOUCHED and action.isEnabled()]
        if self.chance.random() > DEAR_SHARE:
            names = [name for name in names if not name.startswith(DEAR)]
        name = self.chance.choice(names)
        actions[name].trigger()
        return f"command {name}"

    def _go(self) -> str:
        """Changes the desk, which by chance alone it hardly would."""
        desk = self.chance.choice(("consultation", "home", "records", "records", "records", "start"))
        self.person.do(desk)
        return f"going to {desk}"

    def _speak(self) -> str:
        """Changes the language, for which everything with words is made anew."""
        language = self.chance.choice(("en", "x_pseudo", "x_rtl"))
        self.person.window.languages.choose(language)
        return f"speaking {language}"

    def _finds_lock(self) -> bool:
        """Whether it stands before locked records whose passphrase it was given, and feels like typing it."""
        if self.clinic is None or self.person.window.records is None or self.chance.random() > UNLOCKS:
            return False
        return bool(self._widgets(UnlockPage))

    def _unlock(self) -> str:
        assert self.clinic is not None
        page = self.clinic.page(UnlockPage)
        self.clinic.small.clock.forward(minutes=10)  # so that wrong ones before do not make it wait
        page.name.setText(OWNER)
        page.passphrase.setText(PASSPHRASE)
        QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
        return "the passphrase of the records"

    def _resize(self) -> str:
        size = self.chance.choice(SIZES)
        self.person.window.resize(*size)
        return f"size {size}"

    def _wait(self) -> str:
        QTest.qWait(self.chance.choice((0, 5, 30)))
        return "a pause"

    # ---- where

    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.person.window

    def _focused(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._top()

    def _where(self) -> str:
        window, top = self.person.window, self._top()
        if top is not window:
            return type(top).__name__
        assert window.room is not None
        pages = [type(one.page).__name__ for one in window.room.findChildren(RecordsScreen)]
        return pages[-1] if window.room.name == "records" and pages else window.room.name

    def _widgets(self, kind: object) -> list[QWidget]:
        found = [one for one in self._top().findChildren(QWidget) if isinstance(one, kind)]  # type: ignore[arg-type]
        return [one for one in found if isValid(one) and one.isVisible() and _is_seen(one)]

    def _close_what_has_no_end(self) -> None:
        """Menus and windows beside the main one are closed now and then, or all would end in them."""
        if self.chance.random() < 0.25:
            for top in stands_before(self.person.window):
                top.close()


def _close_menu() -> None:
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if popup is not None:
        popup.close()
    elif isinstance(modal, QMessageBox) and QMessageBox.StandardButton.Discard in modal.standardButtons():
        modal.button(QMessageBox.StandardButton.Discard).click()
    elif modal is not None and (modal.inherits("QPrintDialog") or isinstance(modal, QMessageBox)):
        modal.close()


def key_event(key: Qt.Key, again: bool) -> QKeyEvent:
    """Gives a press as it comes while a key is held down."""
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", again)


def tame(document: CaseDocument) -> None:
    """Answers the questions of the program such that all goes on, and dialogs of the system with Cancel."""
    losing = cycle((QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard))
    document._ask_to_save = lambda: next(losing)  # type: ignore[method-assign]
    document._ask_whose = lambda: QMessageBox.StandardButton.Yes  # type: ignore[method-assign]
    for name in ("file_to_open", "file_to_save", "folder"):
        setattr(chosen_file, name, lambda *_, **__: "")


def _is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def _opens_system_dialog(widget: QWidget) -> bool:
    """Whether a press would open a dialog of the system, which nobody here could close."""
    words = f"{widget.accessibleName()} {widget.property('text')}".lower()
    return any(word in words for word in ("open a saved", "save", "print", "close", "leave"))
