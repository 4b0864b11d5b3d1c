"""Warning signs: shown above everything, with what to do, and never more reassuring than was asked."""

from hipmap.model.case import Mark
from hipmap.model.voice import in_short
from tests.end_to_end.person import Person, wait_until

NO_PAIN = Mark(zone="groin_crease", side="right", kind="none")


def test_saddle_numbness_shows_the_emergency_on_top(person: Person) -> None:
    person.answer("saddle_numbness", "yes")
    urgency = person.screen.urgency
    assert urgency.tier == "emergency_now"
    assert "Emergency" in person.reads(urgency)
    assert [block.name.isVisible() for block in urgency.body.blocks] == [False]
    assert urgency.body.blocks[0].advice.text()
    assert urgency.body.blocks[0].because.text()
    likelihoods = person.screen.likelihoods
    top = urgency.mapTo(person.window, urgency.rect().bottomLeft()).y()
    assert top < likelihoods.mapTo(person.window, likelihoods.rect().topLeft()).y()


def test_the_emergency_stays_in_sight_on_a_narrow_window(person: Person) -> None:
    person.answer("saddle_numbness", "yes")
    person.do("scale_200")
    person.settle()
    for pane in ("map", "sheet", "result"):
        person.do(pane)
        person.settle()
        assert person.screen.urgency.isVisible()
        assert "Emergency" in person.reads(person.screen.urgency)


def test_nothing_asked_is_not_called_safe(person: Person) -> None:
    words = person.reads(person.screen.urgency)
    assert "No warning sign" not in words
    assert "asked" in words


def test_what_was_asked_is_counted(person: Person) -> None:
    person.answer("saddle_numbness", "no")
    assert "No warning sign among 1 asked" in person.reads(person.screen.urgency)


def test_ask_now_leads_to_the_first_open_safety_question(person: Person) -> None:
    person.answer("saddle_numbness", "no")
    person.press(person.screen.urgency.ask_button)
    current = person.screen.sheet.list.current()
    assert current is not None
    assert current.finding.kind == "safety"
    assert current.finding.id not in person.case.answers
    assert current.hasFocus()


def test_only_screening_questions_that_fit_the_person_are_counted(person: Person) -> None:
    sheet = person.screen.sheet
    sheet.list.headers["more_safety"].setChecked(False)  # whoever was here before may have opened it
    screening = [f for f in person.session.knowledge.findings if f.screening]
    assert f"None of {len(screening)} asked yet" in person.reads(person.screen.urgency)
    person.choose(person.window.bar.person.sex, "female")
    assert f"None of {len(screening) - 1} asked yet" in person.reads(person.screen.urgency)
    assert not person.row("testicle_pain_sudden").isVisible()
    assert sheet.list.headers["safety"].count == f"0 of {len(screening) - 1}"
    assert not sheet.list.headers["more_safety"].isChecked()


def test_what_does_not_fit_together_is_told_beside_the_result(person: Person) -> None:
    note = person.screen.conflicts
    assert not note.isVisible()
    person.mark("groin_crease", "right")
    person.session.apply("Mark", lambda case: case.model_copy(update={"marks": (*case.marks, NO_PAIN)}))
    assert "the pain counts" in note.words.text()
    assert note.isVisible()


def test_a_dont_know_calms_nobody(person: Person) -> None:
    person.answer("saddle_numbness", "unknown")
    words = person.reads(person.screen.urgency)
    assert "No warning sign" not in words
    assert "answered “don’t know”: 1. Try to find out" in words
    person.answer("bladder_change", "no")
    assert "No warning sign among 1 asked" in person.reads(person.screen.urgency)


def test_a_yes_that_raises_nothing_is_named_and_calms_nobody(person: Person) -> None:
    person.answer("recent_infection", "yes")
    words = person.reads(person.screen.urgency)
    assert "1 answered yes, no warning raised" in words
    assert (
        "Yes to: " + in_short(person.session.knowledge.finding_by_id["recent_infection"], "clinician")
        in words
    )
    everything = (f.id for f in person.session.knowledge.findings if f.screening)
    for name in everything:
        if name not in person.case.answers and person.row(name).isVisible():
            person.answer(name, "no")
    assert "No warning sign" not in person.reads(person.screen.urgency)
    assert "1 answered yes, no warning raised" in person.reads(person.screen.urgency)
    assert not person.screen.urgency.settled
    person.answer("recent_infection", "no")
    assert "No warning sign among" in person.reads(person.screen.urgency)
    assert person.screen.urgency.settled


def test_a_yes_is_named_beside_a_warning_that_can_wait(person: Person) -> None:
    person.answer("groin_lump", "yes")
    person.answer("recent_infection", "yes")
    assert person.screen.urgency.tier == "routine"
    words = person.reads(person.screen.urgency)
    infection, lump = (
        in_short(person.session.knowledge.finding_by_id[one], "clinician")
        for one in ("recent_infection", "groin_lump")
    )
    assert f"Yes to: {infection}. No rule raises a warning for this; weigh it." in words
    assert f"Yes to: {lump}" not in words
    person.window.preferences.voice = "patient"
    assert "No rule raises a warning for this; tell your clinician." in person.reads(person.screen.urgency)


def test_what_does_not_fit_leads_to_the_answers_concerned(person: Person) -> None:
    person.answer("eased_by_sitting", "yes")
    person.answer("worse_sitting", "yes")
    note = person.screen.conflicts
    wait_until(lambda: "seldom both true" in note.words.text())
    person.answer("limp", "yes")
    assert note.isVisible()  # it does not flicker while the rest is worked out
    person.screen.sheet.search.setFocus()
    person.settle()
    person.press(note.links[0])
    current = person.screen.sheet.list.current()
    assert current is not None
    assert current.hasFocus()
    assert current.finding.id in ("eased_by_sitting", "worse_sitting")
