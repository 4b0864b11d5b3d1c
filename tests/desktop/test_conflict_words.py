"""Every conflict that reasoning can tell has its words in both voices."""

import re
from pathlib import Path

import pytest

import hipmap
from hipmap.desktop.conflict_words import conflict_words
from hipmap.model.assessment import Conflict
from hipmap.model.voice import Voice
from tests.case_builders import own_knowledge

ASSESS = Path(hipmap.__file__).parent / "reasoning" / "assess.py"
TOLD = re.findall(r'Conflict\(id="(\w+)"', ASSESS.read_text(encoding="utf-8"))


def test_reasoning_tells_the_conflicts_that_are_worded_here() -> None:
    assert set(TOLD) >= {"answers_for_the_other_side", "marks_on_the_other_side"}


@pytest.mark.parametrize("voice", ["patient", "clinician"])
@pytest.mark.parametrize("conflict", TOLD)
def test_a_conflict_is_worded_with_what_it_is_about(conflict: str, voice: Voice) -> None:
    knowledge = own_knowledge()
    zone = knowledge.body.by_id["groin_crease"]
    words = conflict_words(Conflict(id=conflict, findings=("mark:groin_crease",)), knowledge, voice)
    assert getattr(zone, voice).lower() in words.lower()
