"""Outcome scores are written down, drawn along the days, listed, and a mistyped one is taken out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.records.day_words import today
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.score_dialog import ScoreDialog
from hipmap.desktop.records.scores_part import ScoresPart
from hipmap.desktop.records.two_lines import BELOW
from hipmap.model.records import OutcomeScore
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.visits import timeline
from tests.end_to_end.clinic import Clinic


def uid(clinic: Clinic) -> str:
    return find_patients(clinic.vault, "jörg")[0].uid


def kept(clinic: Clinic) -> tuple[OutcomeScore, ...]:
    return timeline(clinic.vault, uid(clinic)).scores


def part(clinic: Clinic) -> ScoresPart:
    """Goes to the scores of a patient."""
    clinic.choose("Jörg")
    clinic.person.press(clinic.panel.tabs.tab_of("scores"))
    clinic.until(lambda: clinic.panel.scores.isVisible())
    return clinic.panel.scores


def dialog(clinic: Clinic) -> ScoreDialog:
    clinic.person.press(clinic.panel.scores.add)
    return clinic.dialog(ScoreDialog)


def choose(found: ScoreDialog, words: str) -> None:
    found.scale.setCurrentIndex(found.scale.findText(words, Qt.MatchFlag.MatchContains))


def test_a_score_is_written_down_and_shown(clinic: Clinic) -> None:
    scores = part(clinic)
    assert "There are no scores yet." in clinic.person.reads(scores)
    asked = dialog(clinic)
    names = [asked.scale.itemText(row) for row in range(asked.scale.count())]
    assert "Numeric pain rating scale (NPRS), usual" in names
    assert not [name for name in names if "log" in name.lower()]
    choose(asked, "Roland-Morris")
    assert "From 0 to 24; lower is better" in clinic.person.reads(asked)
    clinic.write(asked.value, "7.5")
    clinic.person.press(asked.do)
    assert asked.trouble.text() == "Give a whole number from 0 to 24."
    asked.value.clear()
    clinic.write(asked.value, "25")
    clinic.person.press(asked.do)
    assert asked.trouble.text() == "Give a whole number from 0 to 24."
    asked.value.clear()
    clinic.write(asked.value, "14")
    asked.day.setText("2999-01-01")
    clinic.person.press(asked.do)
    assert "a day that has been" in asked.trouble.text()
    asked.day.setText("14.1.2026")
    assert kept(clinic) == ()
    QTest.keyClick(asked.day, Qt.Key.Key_Return)
    clinic.done(asked)
    clinic.until(lambda: len(scores.trends) == 1)
    assert [(one.measure, one.value, one.day) for one in kept(clinic)] == [("rmdq", 14, "2026-01-14")]
    assert scores.trends[0].accessibleName().endswith("14 on 14 January 2026")
    again = dialog(clinic)
    assert "Roland-Morris" in again.scale.currentText()
    assert again.day.text() == today()
    again.reject()


def test_scores_are_drawn_between_the_ends_of_their_scale(clinic: Clinic) -> None:
    for day, value in (("2026-01-10", 8), ("2026-02-10", 4), ("2026-02-10", 0), ("2026-03-10", 10)):
        add_score(clinic.vault, uid(clinic), "pain_0_10_usual", value, day)
    add_score(clinic.vault, uid(clinic), "hoos_pain", 55, "2026-01-14")
    scores = part(clinic)
    felt = "lower is better · a change of 2 or more is usually felt"
    clinic.until(lambda: felt in clinic.person.reads(scores))
    assert "hoos pain" in clinic.person.reads(scores)
    trend = scores.trends[0]
    points = trend.points()
    assert [round(one.x()) for one in points] == sorted(round(one.x()) for one in points)
    assert points[1].x() == points[2].x()
    assert points[3].y() < points[0].y() < points[1].y() < points[2].y()
    before = trend.grab().toImage()
    trend.scores = trend.scores[:2]
    assert trend.grab().toImage() != before
    rows = [(scores.scores.item(row).text(), scores.scores.item(row).data(BELOW)) for row in range(5)]
    assert rows[0] == ("Numeric pain rating scale (NPRS), usual: 10", "10 March 2026")


def test_a_mistyped_score_is_taken_out_after_asking(clinic: Clinic) -> None:
    add_score(clinic.vault, uid(clinic), "psfs", 4.5, "2026-01-14")
    scores = part(clinic)
    clinic.until(lambda: scores.scores.count() == 1)
    assert not scores.remove.isEnabled()
    scores.scores.setCurrentRow(0)
    clinic.person.press(scores.remove)
    asked = clinic.dialog(RemoveDialog)
    assert "Patient-Specific Functional Scale (PSFS): 4.5 · 14 January 2026" in clinic.person.reads(asked)
    clinic.person.press(asked.do)
    clinic.done(asked)
    clinic.until(lambda: "There are no scores yet." in clinic.person.reads(scores))
    assert kept(clinic) == ()
