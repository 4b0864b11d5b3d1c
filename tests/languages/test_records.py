"""The records in the longer test language: every word is translated and has room; people stay as they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.main_window import MainWindow
from hipmap.storage.records.hand_over import recipient_code
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.made_up_clinic import ARCHIVED, LETTER, PEOPLE, SECOND_USER, made_up_clinic, visits
from tests.end_to_end.person import Person
from tests.languages.clipped import clipped
from tests.languages.conftest import turn_to
from tests.languages.test_window import all_said
from tests.languages.untranslated import painted, untranslated
from tests.screens.records_questions import QUESTIONS
from tests.screens.records_screens import REACHED, answered, visit
from tests.storage.records.small_vaults import OWNER

LONG, SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
# What people are called and have written, and the months, which no catalogue but the system knows.
IDENTITIES = [*PEOPLE, ARCHIVED]
WRITTEN = [
    *(text for one in IDENTITIES for text in (one.name, one.number, one.notes, *one.tags)),
    *(note for _, _, note in visits()),
    *(QLocale.c().monthName(month, length) for month in range(1, 13) for length in (LONG, SHORT)),
    "bytes", "desk-2",  # the system's word, and the name of a computer
    OWNER, SECOND_USER, LETTER, "hipmap records", "from the surgery.hipmap", "my visits",
]  # fmt: skip


@pytest.fixture(scope="module")
def clinic_abroad(a_window: MainWindow, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """The made-up records, in the longer test language."""
    turn_to("x_pseudo", a_window)
    clinic = made_up_clinic(Person(a_window, None), tmp_path_factory.mktemp("abroad"))  # type: ignore[arg-type]
    a_window.preferences.records_idle = "60"
    yield clinic
    clinic.desk.lock()
    answered(clinic)
    a_window.preferences.records_folder = ""
    turn_to("en", a_window)


@pytest.fixture
def abroad(qtbot: QtBot, clinic_abroad: Clinic) -> Iterator[Clinic]:
    yield clinic_abroad
    for other in _before_it():
        other.close()


def _before_it() -> list[QWidget]:
    """Gives what stands before the window, of which other tests may have one too."""
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.isVisible() and not isinstance(top, MainWindow)]


def _code(clinic: Clinic) -> list[str]:
    """Gives the code of the clinic in groups, as it is shown."""
    if not clinic.desk.keeper.is_open:
        return []
    code = recipient_code(clinic.vault).replace("-", "")
    return [code, *(code[at : at + 4] for at in range(0, len(code), 4))]


def _numbers(clinic: Clinic) -> list[str]:
    """Gives the numbers of all people; that of one's own visits is made by chance."""
    if not clinic.desk.keeper.is_open:
        return []
    return [str(row[0]) for row in clinic.vault.rows("SELECT number FROM patient")]


# Their sentences say what the system says, or a visit is open, whose desk has tests of its own.
ELSEWHERE = {"records visit", "records visit not saved"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("name", [name for name in REACHED | QUESTIONS if name not in ELSEWHERE])
def test_every_word_of_the_records_is_translated_and_has_room(name: str, abroad: Clinic) -> None:
    (REACHED | QUESTIONS)[name](abroad)
    answered(abroad)
    folder = abroad.small.folder.parent
    named = [str(folder), *(str(one) for one in folder.glob("*")), *(one.name for one in folder.glob("*/*"))]
    letters = [abroad.small.recovery, *abroad.small.recovery.split("-"), *_code(abroad), *_numbers(abroad)]
    for part in _before_it() or [abroad.person.window]:
        assert untranslated(all_said(part), [*WRITTEN, *named, *letters]) == {}
        with painted() as seen:
            part.grab()
        assert clipped(part) == {}
        assert seen.cut == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_bar_of_a_visit_speaks_the_language_of_now(abroad: Clinic) -> None:
    bar = visit(abroad)
    assert untranslated(all_said(bar), WRITTEN) == {}
    turn_to("en", abroad.person.window)
    anew = abroad.desk.bar
    assert anew is not None
    assert anew.state.text() == "Saved"
    anew.note_button.click()
    abroad.desk.come()  # the visit is left, which the bar of before must not hear of
    assert not anew.isVisible()
    assert not anew.note_button.isChecked()
    turn_to("x_pseudo", abroad.person.window)
