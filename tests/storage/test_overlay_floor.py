"""An overlay may replace judgements, and still no urgency becomes lower by it."""

from pathlib import Path

from hipmap.model.case import Case
from hipmap.model.conditions import TIERS
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.storage.case_files import read_case
from hipmap.storage.overlay_reading import read_overlay
from tests.storage.overlays import written

REPORTS = Path(__file__).parents[1] / "vignettes" / "reports" / "cases"
HEAD = 'schema: hipmap-overlay/1\nclinic: X\nversion: "1"\nfigures:\n'


def alarmed_by_likelihood(knowledge: Knowledge) -> list[tuple[Case, str]]:
    """The published cases that are urgent by how likely a condition is, and by no rule."""
    found = []
    for path in sorted(REPORTS.glob("*.json")):
        case = read_case(path, knowledge)
        fired = assess(case, knowledge, ranges=False).urgency.fired
        if fired and all(rule.by == "probability" for rule in fired):
            found.append((case, fired[0].flag))
    return found


def playing_down(case: Case, condition: str, knowledge: Knowledge, folder: Path) -> Knowledge | None:
    """Gives the knowledge under an overlay in which a condition hardly ever shows what this case shows.

    None where nothing of it may be replaced.
    """
    rows = []
    for name in case.answers:
        row = f"  - {{finding: {name}, condition: {condition}, cell: hardly_ever, why: Ours.}}\n"
        laid, _ = read_overlay(written(folder, HEAD + row), knowledge)
        if condition in knowledge.finding_by_id[name].cells and laid is not None:
            rows.append(row)
    return read_overlay(written(folder, HEAD + "".join(rows)), knowledge)[0] if rows else None


def fired_flags(case: Case, knowledge: Knowledge) -> set[str]:
    return {rule.flag for rule in assess(case, knowledge, ranges=False).urgency.fired}


def test_an_overlay_that_plays_a_condition_down_leaves_the_case_as_urgent(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    lowered_alone = 0
    for case, condition in alarmed_by_likelihood(knowledge):
        laid = playing_down(case, condition, knowledge, tmp_path)
        if laid is None:
            continue
        before, after = (assess(case, one, ranges=False) for one in (knowledge, laid))
        assert TIERS.index(after.urgency.tier) >= TIERS.index(before.urgency.tier)
        assert condition in {rule.flag for rule in after.urgency.fired}
        shares = [{one.id: one.probability for one in found.conditions} for found in (before, after)]
        assert shares[1][condition] < shares[0][condition], "the likelihood itself is the clinic's"
        lowered_alone += condition not in fired_flags(case, laid.model_copy(update={"without_overlay": None}))
    assert lowered_alone, "no overlay was strong enough to show it"
