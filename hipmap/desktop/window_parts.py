"""Parts of the main window that are made anew with the language, and the desk that it begins at."""

from pathlib import Path
from typing import TYPE_CHECKING

from hipmap.desktop.actions import make_actions
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.top_bar import TopBar
from hipmap.model.case import Case, new_case

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow


def make_bar(window: "MainWindow") -> None:
    """Gives the window its commands and its bar, in place of those it may have had."""
    for action in window.actions():
        window.removeAction(action)
        action.deleteLater()
    window.actions_by_id = make_actions(window)
    window.addActions(list(window.actions_by_id.values()))
    window.bar = TopBar(window.actions_by_id)
    window.setMenuWidget(window.bar)


def blank_case(preferences: Preferences) -> Case:
    """Gives a new case, at the place of work that was chosen in the settings."""
    return new_case(setting=preferences.place_of_work or None)


def first_desk(preferences: Preferences, case: Case, case_path: Path | None) -> DeskName:
    """Gives the desk that was chosen last; else a case waits at the start only if it comes from home."""
    if preferences.desk in ("consultation", "home"):
        return "home" if preferences.desk == "home" else "consultation"
    return "start" if case_path is None or case.setting == "home" else "consultation"
