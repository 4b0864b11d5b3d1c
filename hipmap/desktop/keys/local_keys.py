"""The keys that parts of the window have beside the menus: which, and what they do there."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.home.answer_tiles import no_key, unknown_key, yes_key

Lines = tuple[tuple[tuple[str, ...], str], ...]


def local_keys() -> list[tuple[str, Lines]]:
    """Gives the keys of each part, in the present language."""
    tr = QCoreApplication.translate
    return [
        (tr("Keys", "On a question of the sheet"), _sheet()),
        (tr("Keys", "On the body map"), _body_map()),
        (tr("Keys", "In the guide at home"), _home()),
        (tr("Keys", "In letters and other files"), _reports()),
        (tr("Keys", "While reading"), _reading()),
    ]


def _sheet() -> Lines:
    tr = QCoreApplication.translate
    return (
        (("↑", "↓"), tr("Keys", "another question")),
        (("Y", "N", "U"), tr("Keys", "yes, no, don’t know; then the next question")),
        (("1–9",), tr("Keys", "choose an option, or begin a number")),
        (("R", "L"), tr("Keys", "right or left side; its answer, then that of the other side")),
        (("B",), tr("Keys", "both sides: the next answer is of both")),
        (("0",), tr("Keys", "no on both sides")),
        (("Alt+1", "Alt+2", "Alt+3"), tr("Keys", "one of the next best three")),
        ((tr("Keys", "Ctrl+PgUp"), tr("Keys", "Ctrl+PgDn")), tr("Keys", "the section before or after")),
        ((tr("Keys", "Alt+G"),), tr("Keys", "go to a section")),
        ((_delete(),), tr("Keys", "take the answer back")),
        ((_enter(), "F3"), tr("Keys", "how to ask or test, in a note; again: close it")),
        (("/",), tr("Keys", "search; Esc goes back to the row you were at")),
        (("W",), tr("Keys", "what if it were so?")),
    )


def _body_map() -> Lines:
    tr = QCoreApplication.translate
    return (
        (("↑", "↓", "←", "→"), tr("Keys", "the zone beside this one")),
        (("F6",), tr("Keys", "the next face")),
        (("A–Z",), tr("Keys", "a zone by the first letters of its name")),
        ((_space(),), tr("Keys", "mark: hurts, worst, off")),
        ((_enter(),), tr("Keys", "the card of a mark: how strong, how it feels, when")),
        ((_delete(),), tr("Keys", "take a mark of the list away")),
        (("1–4",), tr("Keys", "what is marked: pain, numbness, spreading, no pain")),
        (("5–8",), tr("Keys", "click, brush, eraser, one finger")),
        (("[", "]"), tr("Keys", "smaller or larger brush")),
        ((f"{_shift()}+P",), tr("Keys", "point at this zone with one finger")),
        (("+", "−", "0"), tr("Keys", "larger, smaller, the whole figure")),
    )


def _home() -> Lines:
    tr = QCoreApplication.translate
    return (
        ((_enter(),), tr("Keys", "go on")),
        ((tr("Keys", "Esc"),), tr("Keys", "go back; nothing is lost")),
        (("1–9", yes_key(), no_key(), unknown_key()), tr("Keys", "choose an answer")),
    )


def _reports() -> Lines:
    tr = QCoreApplication.translate
    return (
        (("Ctrl+S",), tr("Keys", "save what is seen")),
        (("Ctrl+P",), tr("Keys", "print it")),
        (("Ctrl+Shift+C",), tr("Keys", "copy a text or a picture")),
        ((tr("Keys", "PgUp"), tr("Keys", "PgDn")), tr("Keys", "the page before or after")),
    )


def _reading() -> Lines:
    tr = QCoreApplication.translate
    alt = tr("Keys", "Alt")
    return (
        ((f"{alt}+←", f"{alt}+→"), tr("Keys", "the page before, the page after")),
        ((tr("Keys", "Tab"), _enter()), tr("Keys", "go to a link, follow it")),
        ((tr("Keys", "Esc"),), tr("Keys", "close")),
    )


def _shift() -> str:
    return QCoreApplication.translate("Keys", "Shift")


def _enter() -> str:
    return QCoreApplication.translate("Keys", "Enter")


def _space() -> str:
    return QCoreApplication.translate("Keys", "Space")


def _delete() -> str:
    return QCoreApplication.translate("Keys", "Delete")
