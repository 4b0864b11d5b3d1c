"""What each command of the menus does, and at which desk it can be used."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QUndoStack

from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.columns import PANES, Pane
from hipmap.desktop.design_tokens import TEXT_SCALES
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.desk_room import DeskRoom
from hipmap.desktop.help_desk import HelpDesk
from hipmap.desktop.incoming.dropped_file import DroppedFile
from hipmap.desktop.notes.note_desk import NoteDesk
from hipmap.desktop.preferences import Preferences

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow

Deeds = dict[str, Callable[[], object]]

THEME = "theme_"
IN_CONSULTATION = ("find", "safety", *PANES)
AT_A_CASE = ("save", "save_as", "earlier_map", "records_keep", "export", "print")
WITHOUT_CASE: tuple[DeskName, ...] = ("start", "records")
DESKS: tuple[DeskName, ...] = ("start", "consultation", "home")


def join_window_commands(window: "MainWindow") -> None:
    """Joins what needs no case; everything else waits."""
    look_of = window.appearance
    deeds: Deeds = {
        "close": window.close,
        "flip_voice": window.flip_voice,
        "larger": partial(look_of.step_text_scale, 1),
        "smaller": partial(look_of.step_text_scale, -1),
    }
    for scale in TEXT_SCALES:
        deeds[f"scale_{round(scale * 100)}"] = partial(look_of.choose_text_scale, scale)
    for theme in Preferences.theme.options:
        if f"{THEME}{theme}" in window.actions_by_id:
            deeds[f"{THEME}{theme}"] = partial(look_of.choose_theme, theme)
    _join(window.actions_by_id, deeds)
    for name, action in window.actions_by_id.items():
        action.setEnabled(name in deeds)


def join_case_commands(
    window: "MainWindow", session: CaseSession, document: CaseDocument, room: DeskRoom, desk: HelpDesk
) -> None:
    """Joins what is done with a case."""
    notes = _notes(window, session, document, room)
    deeds: Deeds = {
        "new": partial(_begin, window, document),
        "open": document.open,
        "save": document.save,
        "earlier_map": partial(_start_from_earlier, window, session, document, room),
        "save_as": document.save_as,
        "export": partial(_open_reports, window),
        "print": partial(_open_reports, window, to_print=True),
        "undo": session.undo_stack.undo,
        "redo": session.undo_stack.redo,
        "find": partial(_in_consultation, room, lambda one: one.begin_search()),
        "safety": partial(_in_consultation, room, lambda one: one.ask_safety()),
        **{name: partial(window.show_desk, name) for name in DESKS},
        **{pane: partial(_go_to, room, pane) for pane in PANES},
        "copy_note": notes.copy_note,
        "note_template": notes.edit_template,
        "records": window.open_records,
        "records_keep": window.keep_in_records,
        "records_lock": window.lock_records,
        **desk.commands(),
    }
    _join(window.actions_by_id, deeds)
    stack = session.undo_stack
    for name, can, changed in (
        ("undo", stack.canUndo(), stack.canUndoChanged),
        ("redo", stack.canRedo(), stack.canRedoChanged),
    ):
        changed.connect(window.actions_by_id[name].setEnabled)
        window.actions_by_id[name].setEnabled(can)


def _notes(window: "MainWindow", session: CaseSession, document: CaseDocument, room: DeskRoom) -> NoteDesk:
    """Gives what writes the SOAP note, and takes files that are dropped: once, in whatever language."""
    known = window.findChild(NoteDesk)
    if known is not None:
        return known
    made = NoteDesk(window, session)
    room.note_asked.connect(made.copy_note)
    DroppedFile(window, document)
    return made


def _begin(window: "MainWindow", document: CaseDocument) -> None:
    """At the consultation a new case begins with whose it is."""
    if document.new() and window.consultation is not None:
        window.bar.person.age.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _open_reports(window: "MainWindow", to_print: bool = False) -> None:
    from hipmap.desktop.reports.reports_desk import open_reports

    open_reports(window, to_print=to_print)


def _start_from_earlier(
    window: "MainWindow", session: CaseSession, document: CaseDocument, room: DeskRoom
) -> None:
    from hipmap.desktop.earlier_map import EarlierMap

    earlier = EarlierMap(session, document, window, window.voice, window.preferences.figure)
    earlier.shown.connect(room.show_earlier_map)
    earlier.start()


def allow_commands(actions: Mapping[str, QAction], desk: DeskName, stack: QUndoStack) -> None:
    """Lets those commands be used that mean something at a desk; without a case nothing is undone."""
    for name, action in actions.items():
        here = (
            desk == "consultation"
            if name in IN_CONSULTATION
            else name not in AT_A_CASE or desk not in WITHOUT_CASE
        )
        if name not in ("undo", "redo"):
            action.setEnabled(here)
    actions["undo"].setEnabled(desk not in WITHOUT_CASE and stack.canUndo())
    actions["redo"].setEnabled(desk not in WITHOUT_CASE and stack.canRedo())
    for name in DESKS:
        actions[name].setChecked(name == desk)


def _in_consultation(room: DeskRoom, act: Callable[..., object]) -> None:
    if room.consultation is not None:
        act(room.consultation)


def _go_to(room: DeskRoom, pane: Pane) -> None:
    if room.consultation is not None:
        room.consultation.go_to(pane)


def _join(actions: Mapping[str, QAction], deeds: Deeds) -> None:
    for name, act in deeds.items():
        actions[name].triggered.connect(lambda _checked=False, act=act: act())
