"""The passport counts what was asked and names what was not."""

from hipmap.exchange.passport import NOT_VALIDATED, passport_lines, passport_of
from hipmap.exchange.report import Report
from hipmap.model.voice import in_short


def test_what_was_and_was_not_asked(rich: Report) -> None:
    passport = passport_of(rich)
    assert (passport.places, passport.answered, passport.unknown) == (4, 10, 2)
    assert passport.findings == len(rich.knowledge.findings)
    assert {one.id for one in passport.safety_unknown} == {"foot_drop"}
    asked = {one.id for one in passport.safety_open}
    assert asked
    assert asked.isdisjoint(rich.case.answers)


def test_it_names_versions_open_questions_and_what_is_not_proved(rich: Report) -> None:
    versions = rich.assessment.versions
    for voice in ("patient", "clinician"):
        text = "\n".join(passport_lines(rich, voice))
        assert (
            f"hipmap {versions.program}, knowledge {versions.knowledge}, digest {versions.digest[:16]}"
            in text
        )
        assert NOT_VALIDATED in text
        for finding in passport_of(rich).safety_open:
            assert in_short(finding, voice).rstrip("?") in text


def test_the_whole_case_leaves_nothing_open(whole: Report) -> None:
    assert not passport_of(whole).safety_open
    assert "not asked:" not in "\n".join(passport_lines(whole, "patient")).lower().replace("not asked: 0", "")
