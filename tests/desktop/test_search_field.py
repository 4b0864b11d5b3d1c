"""A field to search in: both of its buttons have a name for those who hear the window."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from hipmap.desktop.search_field import SearchField
from tests.screens.accessible_things import things_of


def test_its_buttons_have_names_and_the_one_empties_it(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    field.setText("hip")
    names = {thing.name for thing in things_of(field) if thing.kind.endswith("Button")}
    assert names == {"Find", "Clear the search"}
    clear = next(one for one in field.findChildren(QToolButton) if one.toolTip() == "Clear the search")
    clear.click()
    assert field.text() == ""
