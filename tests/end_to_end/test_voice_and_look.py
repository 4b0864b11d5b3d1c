"""The two voices, the themes, the text sizes, and the home setting."""

import pytest

from hipmap.desktop.look import look
from tests.end_to_end.person import Person


def test_the_voice_changes_every_sentence(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    person.settle()
    row = person.row("limp")
    clinical = (row.accessibleName(), person.likelihoods(), person.reads(person.screen.reasons))
    person.do("flip_voice")
    person.settle()
    plain = (row.accessibleName(), person.likelihoods(), person.reads(person.screen.reasons))
    assert all(one != other for one, other in zip(clinical, plain, strict=True))
    assert any("in 10" in name for name in person.likelihoods())
    assert not any("%" in name for name in person.likelihoods())


def test_no_number_has_decimals(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.settle()
    assert not any("." in name for name in person.likelihoods())


def test_the_theme_is_put_on_everything(person: Person) -> None:
    def ground() -> str:
        return person.window.grab().toImage().pixelColor(6, 400).name()

    person.do("theme_light")
    person.settle()
    assert ground() == look().theme.ground
    person.do("theme_dark")
    person.settle()
    assert look().theme.name == "dark"
    assert ground() == look().theme.ground


@pytest.mark.parametrize("scale", ["scale_150", "scale_200"])
def test_at_every_text_size_the_panels_stay_inside_the_window(person: Person, scale: str) -> None:
    person.do(scale)
    screen = person.screen
    for size in ((1366, 768), (1920, 1080)):
        person.window.resize(*size)
        for pane in ("map", "sheet", "result"):
            person.do(pane)
            person.settle()
            parts = (screen.map_column, screen.sheet, screen.urgency, screen.result)
            shown = [part for part in parts if part.isVisible()]
            assert len(shown) >= 2
            assert all(screen.rect().contains(part.geometry()) for part in shown)


def test_at_home_tests_of_a_clinician_wait_behind_a_switch_for_a_patient(person: Person) -> None:
    """A clinician who opens the case of somebody at home examines as ever."""
    row = person.row("fadir")
    person.session.apply("Setting", lambda case: case.model_copy(update={"setting": "home"}))
    person.settle()
    sheet = person.screen.sheet
    assert row.finding.id in sheet.list.shown()
    assert not sheet.others.isVisible()
    person.do("flip_voice")
    person.settle()
    assert row.finding.id not in sheet.list.shown()
    sheet.others.click()
    assert row.finding.id in sheet.list.shown()
    sheet.others.click()
    person.do("flip_voice")


def test_the_search_shows_only_what_fits(person: Person) -> None:
    person.screen.sheet.search.setText("limp")
    shown = person.screen.sheet.list.shown()
    assert "limp" in shown
    assert "saddle_numbness" not in shown
    person.screen.sheet.search.setText("zzzz")
    assert person.screen.sheet.head.nothing.isVisible()
