"""The sheet of keys tells every key of the program, and the manual the same ones."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hipmap.desktop.actions import commands
from hipmap.desktop.keys.key_markup import keys_markup
from hipmap.desktop.keys.key_sheet import KeySheet
from hipmap.desktop.keys.key_table import key_groups, native, plain
from hipmap.desktop.learn.markup import text


def test_every_command_with_keys_stands_on_the_sheet(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    shown = [words.text() for words in sheet.findChildren(QLabel)]
    for command in commands():
        if command.keys:
            assert plain(command.text) in shown
            assert all(native(keys) in shown for keys in command.keys), command.id


def test_the_manual_tells_what_the_sheet_tells(qtbot: QtBot) -> None:
    page = keys_markup()
    for group in key_groups():
        assert text(group.name) in page
        for line in group.lines:
            assert text(line.does) in page
            assert all(text(keys) in page for keys in line.keys)


def test_no_keys_do_two_things() -> None:
    taken: dict[str, str] = {}
    for command in commands():
        for keys in command.keys:
            pressed = QKeySequence(keys).toString()
            assert pressed, f"{command.id}: {keys} is no key"
            assert taken.setdefault(pressed, command.id) == command.id


def test_the_sign_of_a_letter_in_the_menu_is_not_shown() -> None:
    assert plain("&Open…") == "Open"
    assert plain("Rock && roll") == "Rock & roll"
