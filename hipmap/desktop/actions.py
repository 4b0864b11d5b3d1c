"""All commands of the window as a table: menu, words, keys and icon; the window says what each does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hipmap.desktop.design_tokens import TEXT_SCALES

MenuName = Literal["file", "edit", "records", "view", "help"]


@dataclass(frozen=True)
class Command:
    """One entry of a menu; `group` makes it one of several of which one holds."""

    id: str
    menu: MenuName
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    rule_before: bool = False


def menu_titles() -> dict[MenuName, str]:
    return {
        "file": QCoreApplication.translate("Commands", "&File"),
        "edit": QCoreApplication.translate("Commands", "&Edit"),
        "records": QCoreApplication.translate("Commands", "&Records"),
        "view": QCoreApplication.translate("Commands", "&View"),
        "help": QCoreApplication.translate("Commands", "&Help"),
    }


def commands() -> list[Command]:
    """Gives all commands, in the order of the menus."""
    return [
        *_file_commands(),
        *_edit_commands(),
        *_records_commands(),
        *_view_commands(),
        *_look_commands(),
        *_help_commands(),
    ]


def _file_commands() -> list[Command]:
    tr = QCoreApplication.translate
    return [
        Command("new", "file", tr("Commands", "&New case"), ("Ctrl+N",)),
        Command("open", "file", tr("Commands", "&Open…"), ("Ctrl+O",)),
        Command("earlier_map", "file", tr("Commands", "Start from an &earlier map…")),
        Command("save", "file", tr("Commands", "&Save"), ("Ctrl+S",), rule_before=True),
        Command("save_as", "file", tr("Commands", "Save &as…"), ("Ctrl+Shift+S",)),
        Command(
            "export",
            "file",
            tr("Commands", "&Letter, handout and other files…"),
            ("Ctrl+Shift+E",),
            rule_before=True,
        ),
        Command("print", "file", tr("Commands", "&Print…"), ("Ctrl+P",)),
        Command("close", "file", tr("Commands", "&Close"), ("Ctrl+Q",), rule_before=True),
    ]


def _edit_commands() -> list[Command]:
    tr = QCoreApplication.translate
    return [
        Command("undo", "edit", tr("Commands", "&Undo"), ("Ctrl+Z",)),
        Command("redo", "edit", tr("Commands", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("find", "edit", tr("Commands", "&Find a question"), ("Ctrl+F",), rule_before=True),
        Command("safety", "edit", tr("Commands", "Ask the &safety questions"), ("Ctrl+E",)),
        Command(
            "copy_note", "edit", tr("Commands", "&Copy the SOAP note"), ("Ctrl+Shift+C",), rule_before=True
        ),
        Command("note_template", "edit", tr("Commands", "Te&mplate of the SOAP note…")),
        Command("country", "edit", tr("Commands", "&Emergency numbers…"), rule_before=True),
        Command("settings", "edit", tr("Commands", "Se&ttings…"), ("Ctrl+,",)),
    ]


def _records_commands() -> list[Command]:
    tr = QCoreApplication.translate
    return [
        Command("records", "records", tr("Commands", "&Patients and visits"), ("Ctrl+Shift+3",)),
        Command("records_keep", "records", tr("Commands", "&Keep this case as a visit…"), ("Ctrl+Shift+K",)),
        Command("records_lock", "records", tr("Commands", "&Lock the records"), ("Ctrl+Shift+L",)),
    ]


def _view_commands() -> list[Command]:
    tr = QCoreApplication.translate
    return [
        Command("flip_voice", "view", tr("Commands", "Switch &wording: clinician or patient"), ("F2",)),
        Command("consultation", "view", tr("Commands", "&Consultation"), ("Ctrl+Shift+1",), "desk", True),
        Command("home", "view", tr("Commands", "Guide at &home"), ("Ctrl+Shift+2",), "desk"),
        Command("start", "view", tr("Commands", "Sta&rt page"), (), "desk"),
        Command("map", "view", tr("Commands", "Go to the body &map"), ("Ctrl+1",), rule_before=True),
        Command("sheet", "view", tr("Commands", "Go to the &questions"), ("Ctrl+2",)),
        Command("result", "view", tr("Commands", "Go to the &result"), ("Ctrl+3",)),
    ]


def _look_commands() -> list[Command]:
    tr = QCoreApplication.translate
    sizes = [round(scale * 100) for scale in TEXT_SCALES]
    return [
        Command(
            "theme_system", "view", tr("Commands", "Colours as the s&ystem"), group="theme", rule_before=True
        ),
        Command("theme_light", "view", tr("Commands", "&Light"), group="theme"),
        Command("theme_dark", "view", tr("Commands", "&Dark"), group="theme"),
        Command("theme_high_contrast", "view", tr("Commands", "High co&ntrast"), group="theme"),
        Command("theme_high_contrast_dark", "view", tr("Commands", "High contrast, blac&k"), group="theme"),
        Command("larger", "view", tr("Commands", "Lar&ger text"), ("Ctrl++", "Ctrl+="), rule_before=True),
        Command("smaller", "view", tr("Commands", "S&maller text"), ("Ctrl+-",)),
        *(Command(f"scale_{size}", "view", f"{size} %", group="scale") for size in sizes),
    ]


def _help_commands() -> list[Command]:
    tr = QCoreApplication.translate
    return [
        Command("learn", "help", tr("Commands", "&Learn: causes, scans, exercises"), ("Ctrl+L",)),
        Command("manual", "help", tr("Commands", "&Manual"), ("F1",)),
        Command("keys", "help", tr("Commands", "&Keys"), ("Ctrl+/", "Shift+F1")),
        Command("about", "help", tr("Commands", "&About hipmap")),
    ]


def make_actions(parent: QObject) -> dict[str, QAction]:
    """Makes the actions of the table."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in commands():
        action = QAction(command.text, parent)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        if command.group:
            action.setCheckable(True)
            if command.group not in groups:
                groups[command.group] = QActionGroup(action)  # it goes with the actions
            groups[command.group].addAction(action)
        actions[command.id] = action
    return actions


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Puts the actions into their menus."""
    menus: dict[str, QMenu] = {}
    for name, text in menu_titles().items():
        menus[name] = QMenu(text, bar)
        bar.addMenu(menus[name])
    for command in commands():
        if command.rule_before:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.id])
