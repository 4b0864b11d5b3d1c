"""The page for the clinic and the result: nothing calmer than what was asked, and all that was told."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from hipmap.desktop.design_tokens import Size
from hipmap.desktop.home.printed_page import printed_page
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.desktop.home.result_words import below_headline
from hipmap.exchange.paper.plain_text import plain_text
from hipmap.model.assessment import Assessment, Urgency
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice, in_sentence, said
from hipmap.reasoning import assess
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from hipmap.storage.library_files import load_library
from tests.desktop.home.visitor import Visitor
from tests.vignettes.case_sets import SETS

MARK = {"zone": "groin_crease", "side": "right"}
SOME = {"saddle_numbness": "no", "bladder_change": "unknown"}
TOLD: dict[str, Any] = {
    "setting": "home",
    "marks": [
        {
            **MARK, "worst": True, "intensity": 5, "usual": 4, "at_worst": 8,
            "feel": ["ache"], "when": ["night"],
        },
        {"zone": "anterior_thigh_upper", "side": "right", "kind": "spread", "spreads_from": MARK},
    ],
    "pin": {**MARK, "face": "front", "at": [0.4, 0.5]},
    "own_words": ["groin"],
    "answers": {
        "worse_dressing_leg": {"value": "yes", "side": "right", "other": "no"},
        "limp": "yes",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def two_sided(knowledge: Knowledge) -> tuple[Case, Assessment]:
    case = read_case(asset("examples/lumbar_stenosis.json"), knowledge)
    return case, assess(case, knowledge)


def page_of(
    case: Case,
    assessment: Assessment,
    knowledge: Knowledge,
    voice: Voice = "patient",
    end: End = "signs_open",
) -> list[str]:
    """The lines that a reader of the page sees below its title."""
    text = plain_text(printed_page(case, assessment, "GB", knowledge, voice, end))
    lines = [line.removeprefix("- ") for line in text.splitlines() if line.strip()]
    assert lines[0] == "For my clinic"
    return lines[1:]


def shown(case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice = "patient") -> ResultScreen:
    screen = ResultScreen(load_library(knowledge), "GB", True, knowledge, voice)
    screen.show_case(case, assessment)
    return screen


def words_on(screen: ResultScreen) -> str:
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if not part.isHidden())


def test_nothing_asked_reassures_nobody(qapp: QApplication, knowledge: Knowledge) -> None:
    case = new_case(setting="home", marks=[MARK])
    assessment = assess(case, knowledge, ranges=False, proposals=False)
    lines = page_of(case, assessment, knowledge)
    at = lines.index("Safety questions first")
    assert lines[at + 1].startswith("None of ")
    count, _, where = lines[at + 1].partition(". ")
    assert where == "They are listed at the end."
    assert lines[lines.index("Safety questions not answered") + 1].endswith("?")
    for text in ("\n".join(lines), words_on(shown(case, assessment, knowledge))):
        assert "o warning sign" not in text
        assert count in text


def test_open_safety_questions_stand_before_what_is_likely(qapp: QApplication, knowledge: Knowledge) -> None:
    case = read_case(asset("examples/lateral_hip.json"), knowledge)
    assessment = assess(case, knowledge, ranges=False, proposals=False)
    lines = page_of(case, assessment, knowledge)
    headline = shown(case, assessment, knowledge).title.text()
    assert lines[0] == "Safety questions first"
    assert lines.index(headline) > 0


def test_what_was_asked_is_counted(qapp: QApplication, knowledge: Knowledge) -> None:
    case = new_case(setting="home", marks=[MARK], answers=SOME)
    assessment = assess(case, knowledge, ranges=False, proposals=False)
    text = words_on(shown(case, assessment, knowledge))
    assert "No warning sign among 1 asked" in text
    assert "answered “don’t know”: 1" in text
    assert "raised no warning" not in text


def test_each_side_has_its_own_likelihoods(
    qapp: QApplication, knowledge: Knowledge, two_sided: tuple[Case, Assessment]
) -> None:
    case, assessment = two_sided
    lines = page_of(case, assessment, knowledge)
    titles = [line for line in lines if line.startswith("What it fits with: ")]
    assert [title.rpartition(": ")[2] for title in titles] == [
        "right side", "left side", "both sides as one complaint"
    ]  # fmt: skip
    assert lines.count("Speaks for the first one") == 3


def test_the_headline_names_the_side_that_is_looked_at(
    qapp: QApplication, knowledge: Knowledge, two_sided: tuple[Case, Assessment]
) -> None:
    screen = shown(*two_sided, knowledge)
    for side, start in (("right", "Right: "), ("left", "Left: "), ("both", "Both sides as one: ")):
        screen.sides.chosen.emit(side)
        begin = screen.title.text()
        assert begin.startswith(start)
        assert begin.removeprefix(start)[0].islower()


def test_the_sides_are_tall_enough_to_press(
    qapp: QApplication, knowledge: Knowledge, two_sided: tuple[Case, Assessment]
) -> None:
    screen = shown(*two_sided, knowledge)
    screen.resize(1100, 1400)
    screen.grab()
    for button in screen.sides.buttons:
        assert button.height() >= Size.TARGET
        middle = button.mapTo(screen.sides, QPoint(button.width() // 2, button.height() - 1))
        assert screen.sides.childAt(middle) is button


def test_all_that_was_told_of_a_mark_is_on_the_page(qapp: QApplication, knowledge: Knowledge) -> None:
    case = new_case(**TOLD)
    text = "\n".join(page_of(case, assess(case, knowledge, ranges=False, proposals=False), knowledge))
    told = "now: 5 of 10 · mostly: 4 of 10 · at its worst: 8 of 10 · ache · night"
    assert f"Right groin crease: worst · {told}" in text
    assert "spreads from: right groin crease" in text
    assert "One finger: right groin crease." in text
    assert "You call the place: " in text
    assert "yes, on the right; no, on the left" in text


def test_the_pin_is_read_back_on_the_result(qapp: QApplication, knowledge: Knowledge) -> None:
    case = new_case(**TOLD)
    screen = shown(case, assess(case, knowledge, ranges=False, proposals=False), knowledge)
    assert "One finger: <b>right groin crease</b>." in screen.marks.text()


def test_a_clinician_reads_the_headline_in_their_words(qapp: QApplication, knowledge: Knowledge) -> None:
    case = read_case(asset("examples/hip_joint.json"), knowledge)
    assessment = assess(case, knowledge, proposals=False)
    screen = shown(case, assessment, knowledge, "clinician")
    assert screen.title.text().startswith("Best fit: ")
    assert "your answers" not in screen.below.text()
    assert screen.title.text() in page_of(case, assessment, knowledge, "clinician")


def test_what_is_urgent_stands_before_what_is_likely(qapp: QApplication, knowledge: Knowledge) -> None:
    case = read_case(asset("examples/emergency.json"), knowledge)
    lines = page_of(case, assess(case, knowledge, ranges=False, proposals=False), knowledge)
    assert lines[0] == "Get emergency help now"
    assert "What it fits with" in lines[1:]


@pytest.mark.parametrize(
    ("end", "patient", "clinician"),
    [
        ("clear", "this was enough for a first answer", "one origin came clearly first"),
        ("little_left", "An examination may", "an examination may"),
        ("answers_differ", "point in different ways", "do not fit together"),
        ("signs_open", "some safety questions still open", "safety questions not asked"),
        ("more_could_tell", "More answers could still make this surer", "Further answers could still change"),
    ],
)
def test_the_page_says_in_a_sentence_how_the_questions_ended(
    qapp: QApplication, knowledge: Knowledge, end: End, patient: str, clinician: str
) -> None:
    case = read_case(asset("examples/hip_and_back.json"), knowledge)
    assessment = assess(case, knowledge, proposals=False)
    assert assessment.urgency.tier == "none_found"
    spoken: dict[Voice, str] = {"patient": patient, "clinician": clinician}
    for voice, words in spoken.items():
        lines = page_of(case, assessment, knowledge, voice, end)
        told = [line for line in lines[:6] if words in line]
        assert len(told) == 1, lines[:6]
        assert told[0].endswith(".")
    alarm = assessment.model_copy(update={"urgency": Urgency(tier="same_day")})
    assert not [line for line in page_of(case, alarm, knowledge, "patient", end) if patient in line]


def test_what_is_printed_at_home_tells_the_end_that_was_reached(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr(
        "hipmap.desktop.home.printing.offer_printing",
        lambda _button, _guide, page, _told, _others: pages.append(plain_text(page().versions[0]())),
    )
    visitor.guide._asked("result")
    visitor.guide._print()
    visitor.guide.session.apply("Mark", lambda _case: new_case(**TOLD))
    visitor.guide._asked("result")
    visitor.guide._print()
    sentence = "The questions ended with some safety questions still open."
    assert [sentence in page for page in pages] == [False, True], "of an empty case there is nothing to say"


@pytest.mark.parametrize(
    ("voice", "words"), [("patient", "may be part of it too"), ("clinician", "true as well")]
)
def test_a_second_origin_that_may_be_true_as_well_is_named(
    knowledge: Knowledge, voice: Voice, words: str
) -> None:
    case = read_case(SETS["textbook"].cases / "gluteal_tendinopathy_06_mixed.json", knowledge)
    assessment = assess(case, knowledge)
    told = below_headline(assessment, knowledge, voice)
    assert words in told
    second = said(knowledge.origin_by_id[assessment.origins[1].id], voice)
    assert in_sentence(second) in told
    assert told in plain_text(printed_page(case, assessment, "", knowledge, voice, "clear"))
