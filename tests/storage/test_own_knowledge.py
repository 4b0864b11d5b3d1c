"""Hipmap's own knowledge: nothing is wrong with it, and every figure says where it comes from."""

from collections.abc import Iterator

from hipmap.model.evidence import Cell
from hipmap.model.knowledge import Knowledge
from hipmap.storage.body_files import load_body
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.knowledge_reading import read_knowledge

ORIGINS = [
    "hip_joint",
    "lateral_hip",
    "groin_soft_tissue",
    "sacroiliac",
    "lumbar_radicular",
    "lumbar_stenosis",
    "lumbar_axial",
    "deep_gluteal",
    "peripheral_nerve",
    "serious_or_nonmsk",
    "not_covered",
]


def cells(knowledge: Knowledge) -> Iterator[tuple[str, Cell]]:
    """Every probability that reasoning uses, with the place where it stands."""
    for finding in knowledge.findings:
        for condition, cell in finding.cells.items():
            yield f"{finding.id}, {condition}", cell
        if finding.background is not None:
            yield f"{finding.id}, background", finding.background
    referral = knowledge.referral
    for zone, cell in referral.pain_background.items():
        yield f"background of {zone}", cell
    yield "background of numbness", referral.numb_background
    for table in (*referral.pain, *referral.numb):
        for zone, cell in table.zones.items():
            yield f"{table.condition}, {zone}", cell
        if table.unlisted is not None:
            yield f"{table.condition}, unlisted", table.unlisted


def test_nothing_is_wrong_with_it() -> None:
    knowledge, problems = read_knowledge()
    assert [str(problem) for problem in problems] == []
    assert knowledge is not None


def test_every_origin_of_the_design_is_there(knowledge: Knowledge) -> None:
    assert sorted(origin.id for origin in knowledge.origins) == sorted(ORIGINS)
    assert {one.origin for one in knowledge.conditions} == set(ORIGINS)


def test_there_is_enough_to_tell_origins_apart(knowledge: Knowledge) -> None:
    assert len(knowledge.conditions) >= 20
    scored = [finding for finding in knowledge.findings if finding.cells]
    assert len(scored) >= 60
    kinds = {finding.kind for finding in scored}
    assert kinds >= {"history", "aggravating", "easing", "movement", "examination"}


def test_every_figure_says_where_it_comes_from(knowledge: Knowledge) -> None:
    found = list(cells(knowledge))
    assert len(found) > 1000
    for place, cell in found:
        assert cell.kind in ("published", "derived", "judged"), place
        assert cell.kind == "judged" or cell.source in knowledge.source_by_id, place
        assert cell.source is None or cell.source in knowledge.source_by_id, place
    assert {cell.kind for _, cell in found} == {"published", "derived", "judged"}


def test_every_starting_rate_says_where_it_comes_from(knowledge: Knowledge) -> None:
    for prior in knowledge.priors.conditions:
        assert set(prior.settings) == {"home", "primary", "physio", "secondary"}, prior.condition
        for setting, weight in prior.settings.items():
            assert weight.why, (prior.condition, setting)
            assert weight.kind == "judged" or weight.source in knowledge.source_by_id, prior.condition
    for pair in knowledge.priors.raised_pairs:
        assert pair.kind == "judged" or pair.source in knowledge.source_by_id, (pair.first, pair.second)


def test_every_condition_has_a_map_of_its_pain(knowledge: Knowledge) -> None:
    mapped = [table.condition for table in knowledge.referral.pain]
    assert sorted(mapped) == sorted(knowledge.condition_by_id)


def test_everything_is_said_in_both_voices(knowledge: Knowledge) -> None:
    for rows in (knowledge.findings, knowledge.conditions, knowledge.origins, knowledge.red_flags):
        for row in rows:
            assert row.patient.strip(), row.id
            assert row.clinician.strip(), row.id
    for flag in knowledge.red_flags:
        assert all(advice.patient and advice.clinician for advice in flag.actions.values()), flag.id


def test_every_source_can_be_found_again(knowledge: Knowledge) -> None:
    for source in knowledge.sources:
        assert len(source.citation) > 20, source.id
        assert source.address is None or source.address.startswith(("https://", "http://")), source.id


def test_every_red_flag_stands_on_a_source(knowledge: Knowledge) -> None:
    assert knowledge.red_flags
    for flag in knowledge.red_flags:
        assert set(flag.sources) <= set(knowledge.source_by_id), flag.id
        assert flag.sources, flag.id
        assert flag.rules, flag.id


def test_reading_it_twice_gives_the_same(knowledge: Knowledge) -> None:
    again = load_knowledge()
    assert again == knowledge
    assert again.digest == knowledge.digest


def test_the_body_can_be_read_alone(knowledge: Knowledge) -> None:
    assert load_body() == knowledge.body


def test_nothing_of_its_own_calls_itself_local(knowledge: Knowledge) -> None:
    assert [place for place, cell in cells(knowledge) if cell.kind == "local"] == []
