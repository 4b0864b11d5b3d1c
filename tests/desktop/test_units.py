"""Numbers are told with the right form of their unit, in both voices and any language; counts stand bare."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop import languages
from hipmap.desktop.languages import Languages
from hipmap.desktop.number_field import NumberField
from hipmap.desktop.pseudo_text import PSEUDO, RIGHT_TO_LEFT
from hipmap.desktop.why.outcome_words import outcome_words
from hipmap.desktop.wording import normal_words, short_unit, unit_word, value_words
from hipmap.exchange.plain_words import reason_words
from hipmap.model.assessment import Reason
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.translation import translated
from hipmap.model.voice import Voice
from tests.case_builders import own_knowledge

VOICES: tuple[Voice, ...] = ("patient", "clinician")
POLISH = {"finding.duration_weeks.scale.unit.patient": "tydzień; tygodnie; tygodni; tygodnia"}


def told(name: str, value: float, voice: Voice = "patient", knowledge: Knowledge | None = None) -> str:
    return value_words((knowledge or own_knowledge()).finding_by_id[name], value, None, voice)


def scaled() -> list[Finding]:
    return [one for one in own_knowledge().findings if one.scale is not None]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize(
    ("name", "one", "more"),
    [
        ("duration_weeks", "1 week", "3 weeks"),
        ("morning_stiffness_minutes", "1 minute", "3 minutes"),
        ("hip_flexion_deg", "1 degree", "3 degrees"),
        ("post_void_residual_ml", "1 mL", "3 mL"),
        ("si_provocation_count", "1", "3"),
        ("nclass_score", "1", "3"),
    ],
)
def test_one_is_told_as_one(name: str, one: str, more: str, voice: Voice) -> None:
    assert told(name, 1, voice) == told(name, 1.0, voice) == one
    assert told(name, 3, voice) == more
    for value, words in ((1, one), (3, more)):
        reason = Reason(finding=name, value=value, weight=1.0, kind="judged")
        label, _, plain = reason_words(reason, own_knowledge(), voice).rpartition(": ")
        assert plain == (str(value) if label == "Duration in weeks" else words), "so does the plain text"


@pytest.fixture
def polish(monkeypatch: pytest.MonkeyPatch) -> Knowledge:
    monkeypatch.setattr(languages, "language_spoken", lambda: "pl")
    monkeypatch.setattr("hipmap.desktop.wording.language_spoken", lambda: "pl")
    return translated(own_knowledge(), lambda name, text: POLISH.get(name, text))


def test_a_language_with_more_forms_has_them(polish: Knowledge) -> None:
    words = [told("duration_weeks", value, "patient", polish) for value in (1, 2, 5, 22, 1.5)]
    assert words == ["1 tydzień", "2 tygodnie", "5 tygodni", "22 tygodnie", "1,5 tygodnia"]


@pytest.fixture(params=[PSEUDO, RIGHT_TO_LEFT])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Knowledge]:
    speaking = Languages()
    speaking.choose(request.param)
    yield speaking.shown_knowledge(own_knowledge())
    speaking.choose("en")


@pytest.mark.parametrize("voice", VOICES)
def test_a_form_is_whole_and_a_count_stays_bare_in_the_test_languages(
    spoken: Knowledge, voice: Voice
) -> None:
    for finding in scaled():
        scale = spoken.finding_by_id[finding.id].scale
        assert scale is not None
        for number in (0, 1, 2):
            form = unit_word(number, scale.unit, voice)
            assert form.count("[") == form.count("]") <= 1
            assert ";" not in form
            assert not set(form.lower()) & set("aeiou"), "nothing of it stayed English"
        if scale.unit.counts:
            assert told(finding.id, 2, voice, spoken) == "2"


def test_what_is_normal_names_its_unit_once() -> None:
    normal = {one.id: normal_words(one.scale, "clinician") for one in scaled() if one.scale is not None}
    assert normal["hip_internal_rotation_deg"] == "Normal 30–45°"
    assert normal["morning_stiffness_minutes"] == "Normal 0 minutes"
    assert normal["post_void_residual_ml"] == "Normal under 100 mL"
    assert normal["nclass_score"] == "Normal 10 points or less"
    assert normal["hip_planes_restricted"] == "Normal 0 planes"


def test_a_band_says_its_unit_itself() -> None:
    for finding in scaled():
        assert finding.scale is not None
        unit = finding.scale.unit
        for band in finding.scale.bands:
            assert outcome_words(finding, band.id, "clinician") == band.label
            measured = any(map(str.isdigit, band.label)) and not unit.counts
            assert not measured or any(form in band.label for form in unit.clinician), band.label


def test_the_field_of_a_number_follows_it_without_moving(qapp: QApplication) -> None:
    scale = own_knowledge().finding_by_id["duration_weeks"].scale
    assert scale is not None
    field = NumberField("Weeks", (0, 100), lambda number: short_unit(number, scale.unit, "patient"))
    width = field.sizeHint().width()
    field.show_number(3)
    assert field.unit.text() == "weeks"
    field.show_number(1)
    assert field.unit.text() == "week"
    assert field.sizeHint().width() == width
    field.show_number(None)
    assert field.unit.text() == "weeks"
