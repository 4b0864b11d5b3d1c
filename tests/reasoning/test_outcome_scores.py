"""Scores worked out by hand, too few answers, answers off the scale, and changes that do or do not matter."""

import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.model.measures import Measure
from hipmap.reasoning.outcome_scores import TOTAL, Change, changes, score
from hipmap.storage.library_files import read_library


@pytest.fixture(scope="module")
def measures(knowledge: Knowledge) -> dict[str, Measure]:
    library, problems = read_library(knowledge)
    assert library is not None, problems
    return {measure.id: measure for measure in library.measures}


def rmdq(ticked: int) -> dict[str, float]:
    return {f"item_{at:02d}": float(at <= ticked) for at in range(1, 25)}


def only(found: tuple[Change, ...]) -> Change:
    assert len(found) == 1
    return found[0]


class TestScore:
    def test_pain_is_scored_one_by_one(self, measures: dict[str, Measure]) -> None:
        found = score(measures["pain_0_10"], {"worst": 8, "now": 3})
        assert dict(found.parts) == {"now": 3, "worst": 8}
        assert found.total is None
        assert (found.answered, found.of, found.why) == (2, 3, None)

    def test_own_activities_are_averaged(self, measures: dict[str, Measure]) -> None:
        found = score(measures["psfs"], {"activity_1": 3, "activity_2": 5, "activity_3": 2})
        assert found.total == pytest.approx(10 / 3)

    def test_two_activities_are_too_few(self, measures: dict[str, Measure]) -> None:
        found = score(measures["psfs"], {"activity_1": 3, "activity_2": 5})
        assert (found.total, found.why, found.answered) == (None, "too_few_answers", 2)

    @pytest.mark.parametrize("ticked", [0, 1, 13, 24])
    def test_ticked_sentences_are_counted(self, ticked: int, measures: dict[str, Measure]) -> None:
        assert score(measures["rmdq"], rmdq(ticked)).total == ticked

    def test_a_half_filled_form_has_no_count(self, measures: dict[str, Measure]) -> None:
        half = {name: value for name, value in rmdq(9).items() if name < "item_13"}
        assert score(measures["rmdq"], half).why == "too_few_answers"

    def test_nothing_answered(self, measures: dict[str, Measure]) -> None:
        for measure in measures.values():
            assert score(measure, {}).why == "too_few_answers"

    @pytest.mark.parametrize(
        ("name", "answers"),
        [
            ("pain_0_10", {"now": 11}),
            ("pain_0_10", {"now": -1}),
            ("pain_0_10", {"now": float("nan")}),
            ("pain_0_10", {"yesterday": 3}),
            ("global_change", {"change": -6}),
            ("rmdq", {"item_01": 0.5}),
            ("rmdq", {"item_01": 2}),
            ("daily_log", {"walking_minutes": 601}),
        ],
    )
    def test_answers_off_the_scale_are_refused(
        self, name: str, answers: dict[str, float], measures: dict[str, Measure]
    ) -> None:
        with pytest.raises(ValueError, match=name):
            score(measures[name], answers)


class TestChange:
    @pytest.mark.parametrize(
        ("before", "after", "points", "share", "direction", "by_points", "by_share"),
        [
            (8, 6, -2, -0.25, "better", True, False),
            (8, 5, -3, -0.375, "better", True, True),
            (3, 2, -1, -1 / 3, "better", False, True),
            (8, 7, -1, -0.125, "better", False, False),
            (4, 6, 2, 0.5, "worse", True, True),
            (5, 5, 0, 0, "same", False, False),
            (0, 2, 2, None, "worse", True, None),
            (10, 7, -3, -0.3, "better", True, True),
        ],
    )
    def test_pain(
        self, before: float, after: float, points: float, share: float | None, direction: str,
        by_points: bool, by_share: bool | None, measures: dict[str, Measure],
    ) -> None:  # fmt: skip
        found = only(changes(measures["pain_0_10"], {"now": before}, {"now": after, "worst": 9}))
        assert (found.part, found.points, found.direction) == ("now", points, direction)
        assert found.share is None if share is None else found.share == pytest.approx(share)
        assert (found.by_points, found.by_share) == (by_points, by_share)
        assert found.matters is bool(by_points or by_share)

    def test_a_higher_function_is_better(self, measures: dict[str, Measure]) -> None:
        before = {"activity_1": 3, "activity_2": 4, "activity_3": 2}
        after = {"activity_1": 6, "activity_2": 6, "activity_3": 4}
        found = only(changes(measures["psfs"], before, after))
        assert found.points == pytest.approx(7 / 3)  # from 9/3 to 16/3
        assert found.direction == "better"
        assert found.matters
        assert only(changes(measures["psfs"], after, before)).direction == "worse"

    def test_exactly_the_needed_change_counts(self, measures: dict[str, Measure]) -> None:
        before = dict.fromkeys(("activity_1", "activity_2", "activity_3"), 1.0)
        after = dict.fromkeys(before, 3.3)  # in binary the means differ by 2.2999999999999994
        assert only(changes(measures["psfs"], before, after)).matters
        less = dict.fromkeys(before, 3.29)
        assert not only(changes(measures["psfs"], before, less)).matters

    def test_only_the_same_activities_are_compared(self, measures: dict[str, Measure]) -> None:
        before = {"activity_1": 2, "activity_2": 2, "activity_3": 2, "activity_4": 10}
        after = {"activity_1": 3, "activity_2": 3, "activity_3": 3, "activity_5": 10}
        found = only(changes(measures["psfs"], before, after))
        assert (found.before, found.after, found.points, found.matters) == (2, 3, 1, False)
        fewer = {"activity_1": 9, "activity_2": 9, "activity_5": 9}
        assert changes(measures["psfs"], before, fewer) == ()

    @pytest.mark.parametrize(
        ("before", "after", "matters", "direction"),
        [(14, 9, True, "better"), (14, 10, False, "better"), (10, 7, True, "better"), (9, 14, True, "worse")],
    )
    def test_back_questionnaire(
        self, before: int, after: int, matters: bool, direction: str, measures: dict[str, Measure]
    ) -> None:
        found = only(changes(measures["rmdq"], rmdq(before), rmdq(after)))
        assert (found.part, found.points) == (TOTAL, after - before)
        assert (found.matters, found.direction) == (matters, direction)

    @pytest.mark.parametrize(
        ("answer", "matters", "direction"),
        [(3, True, "better"), (2, False, "better"), (0, False, "same"), (-3, True, "worse")],
    )
    def test_a_rating_of_change_is_a_change_already(
        self, answer: float, matters: bool, direction: str, measures: dict[str, Measure]
    ) -> None:
        found = only(changes(measures["global_change"], {"change": 5}, {"change": answer}))
        assert (found.before, found.points, found.share) == (None, answer, None)
        assert (found.matters, found.direction) == (matters, direction)

    def test_the_log_says_what_matters_for_pain_alone(self, measures: dict[str, Measure]) -> None:
        before = {"pain_usual_today": 6, "walking_minutes": 10, "sleep": 7, "medicine_doses": 3}
        after = {"pain_usual_today": 4, "walking_minutes": 30, "sleep": 4, "medicine_doses": 1}
        found = {one.part: one for one in changes(measures["daily_log"], before, after)}
        assert {name: one.direction for name, one in found.items()} == {
            "pain_usual_today": "better",
            "walking_minutes": "better",
            "sleep": "worse",
            "medicine_doses": "neither",
        }
        assert found["pain_usual_today"].matters is True
        assert {found[name].matters for name in ("walking_minutes", "sleep", "medicine_doses")} == {None}

    def test_nothing_in_common_gives_no_change(self, measures: dict[str, Measure]) -> None:
        assert changes(measures["pain_0_10"], {"now": 3}, {"worst": 3}) == ()
        assert changes(measures["rmdq"], {}, rmdq(3)) == ()


class TestForms:
    def test_only_free_ones_are_bundled(self, measures: dict[str, Measure]) -> None:
        assert set(measures) == {"pain_0_10", "psfs", "global_change", "rmdq", "daily_log"}

    def test_the_back_questionnaire_has_its_24_fixed_sentences(self, measures: dict[str, Measure]) -> None:
        items = measures["rmdq"].items
        assert len(items) == 24
        assert all(item.fixed for item in items)
        texts = [item.patient for item in items]
        assert all("back" in text and text.endswith(".") for text in texts)
        assert len(set(texts)) == 24
        assert texts[0] == "I stay at home most of the time because of my back."
        assert texts[12] == "My back is painful almost all the time."
        assert texts[23] == "I stay in bed most of the time because of my back."

    def test_scales_and_least_items_fit(self, measures: dict[str, Measure]) -> None:
        for measure in measures.values():
            assert measure.least < measure.most, measure.id
            assert measure.least_items <= len(measure.items), measure.id
            assert (measure.basis == "published") <= bool(measure.sources), measure.id
