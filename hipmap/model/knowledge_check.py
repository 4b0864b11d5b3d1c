"""Checks the knowledge as a whole: every id that is named exists, and every figure can be used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from hipmap.model.conditions import TIERS, Prior, RaisedPair
from hipmap.model.evidence import Cell
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import Problem
from hipmap.model.proposal_check import check_proposals
from hipmap.model.rule_check import check_rules

_EXAMINATION = "findings/examination.yaml"


def check_knowledge(knowledge: Knowledge, file_of: Mapping[str, str]) -> list[Problem]:
    """Gives every problem; `file_of` names the file of each row by `kind:id`."""
    return [
        *_twice(knowledge),
        *_conditions(knowledge),
        *_priors(knowledge),
        *(
            p
            for finding in knowledge.findings
            for p in _finding(finding, knowledge, _file(file_of, finding.id))
        ),
        *_referral(knowledge),
        *check_rules(knowledge),
        *check_proposals(knowledge),
        *_urgency_texts(knowledge),
        *_replacing_in_circles(knowledge),
        *_zones(knowledge),
    ]


def _file(file_of: Mapping[str, str], finding: str) -> str:
    return file_of.get(f"findings:{finding}", "findings")


def _twice(knowledge: Knowledge) -> Iterator[Problem]:
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("sources", (row.id for row in knowledge.sources)),
        ("findings", (row.id for row in knowledge.findings)),
        ("conditions.yaml", (row.id for row in knowledge.conditions)),
        ("origins.yaml", (row.id for row in knowledge.origins)),
        ("red_flags.yaml", (row.id for row in knowledge.red_flags)),
        ("imaging_rules.yaml", (row.id for row in knowledge.imaging_rules)),
        ("body/zones.yaml", (row.id for row in knowledge.body.zones)),
    )
    for file, ids in kinds:
        for name, count in Counter(ids).items():
            if count > 1:
                yield Problem(file, name, "id", f"this id stands {count} times: rename or remove one")


def _conditions(knowledge: Knowledge) -> Iterator[Problem]:
    for condition in knowledge.conditions:
        if condition.origin not in knowledge.origin_by_id:
            yield Problem("conditions.yaml", condition.id, "origin", f"there is no origin {condition.origin}")


def _priors(knowledge: Knowledge) -> Iterator[Problem]:
    priors = {prior.condition: prior for prior in knowledge.priors.conditions}
    for condition in knowledge.conditions:
        if condition.id not in priors:
            yield Problem("priors.yaml", condition.id, "", "this condition has no starting rate")
        else:
            yield from _prior(priors[condition.id], knowledge)
    for name in priors:
        if name not in knowledge.condition_by_id:
            yield Problem("priors.yaml", name, "condition", "there is no such condition")
    for pair in knowledge.priors.raised_pairs:
        yield from _raised_pair(pair, knowledge)


def _prior(prior: Prior, knowledge: Knowledge) -> Iterator[Problem]:
    for setting in ("home", "primary", "physio", "secondary"):
        if setting not in prior.settings:
            yield Problem(
                "priors.yaml", prior.condition, f"settings.{setting}", "this starting rate is missing"
            )
    for setting, weight in prior.settings.items():
        place = ("priors.yaml", prior.condition, f"settings.{setting}")
        yield from _source(weight.source, weight.kind, knowledge, place)
    for field, source in (("age_source", prior.age_source), ("sex_source", prior.sex_source)):
        yield from _source(source, "judged", knowledge, ("priors.yaml", prior.condition, field))


def _raised_pair(pair: RaisedPair, knowledge: Knowledge) -> Iterator[Problem]:
    for name in (pair.first, pair.second):
        if name not in knowledge.condition_by_id:
            yield Problem("priors.yaml", "raised_pairs", name, "there is no such condition")
    yield from _source(pair.source, pair.kind, knowledge, ("priors.yaml", "raised_pairs", pair.first))


def _source(
    source: str | None, kind: str, knowledge: Knowledge, place: tuple[str, str, str]
) -> Iterator[Problem]:
    if source is not None and source not in knowledge.source_by_id:
        yield Problem(*place, f"there is no source {source}")
    if source is None and kind in ("published", "derived"):
        yield Problem(*place, f"a {kind} figure needs a source")
    if source in knowledge.source_by_id and knowledge.source_by_id[source].general_article:
        yield Problem(*place, f"{source} is a general health article: it backs no figure")


def _finding(finding: Finding, knowledge: Knowledge, file: str) -> Iterator[Problem]:
    for condition, cell in finding.cells.items():
        if condition not in knowledge.condition_by_id:
            yield Problem(file, finding.id, f"cells.{condition}", "there is no such condition")
        yield from _cell(cell, finding.outcomes, knowledge, (file, finding.id, f"cells.{condition}"))
    if finding.background is not None:
        yield from _cell(finding.background, finding.outcomes, knowledge, (file, finding.id, "background"))
    for other in finding.replaces:
        if other not in knowledge.finding_by_id:
            yield Problem(file, finding.id, "replaces", f"there is no finding {other}")
    yield from _section(finding, file)
    for zone in finding.implied_by.zones if finding.implied_by else ():
        if zone not in knowledge.body.by_id:
            yield Problem(file, finding.id, "implied_by.zones", f"there is no zone {zone}")


def _section(finding: Finding, file: str) -> Iterator[Problem]:
    """A test of a clinic may stand without a section; it is shown after the others then."""
    if finding.section is not None and finding.kind != "examination":
        yield Problem(file, finding.id, "section", "only an examination test has a section of the body")
    if finding.section is None and finding.kind == "examination" and file == _EXAMINATION:
        yield Problem(file, finding.id, "section", "say which part the test examines")


def _cell(
    cell: Cell, outcomes: tuple[str, ...], knowledge: Knowledge, place: tuple[str, str, str]
) -> Iterator[Problem]:
    yield from _source(cell.source, cell.kind, knowledge, place)
    yes_no = outcomes == ("no", "yes")
    named = set(cell.options or cell.words or ())
    if yes_no and named:
        yield Problem(*place, "a yes/no finding takes one probability, not options")
    if not yes_no and not named:
        yield Problem(*place, "a finding with options takes a probability for its options")
    for option in sorted((named | set(cell.published_options)) - set(outcomes)):
        yield Problem(*place, f"there is no option {option}")
    if cell.options is not None and abs(sum(cell.options.values()) - 1) > 0.005:
        yield Problem(*place, f"the options sum to {sum(cell.options.values()):g}, not to 1")
    if cell.derivation is not None:
        yield from _derivation(cell, place)


def _derivation(cell: Cell, place: tuple[str, str, str]) -> Iterator[Problem]:
    try:
        result = cell.derivation.raw() if cell.derivation else 0.5
    except ValueError as error:
        yield Problem(*place, str(error))
        return
    if not 0 <= result <= 1:
        yield Problem(*place, f"the derivation gives {result:g}, which is no probability")


def _referral(knowledge: Knowledge) -> Iterator[Problem]:
    file = "referral_maps.yaml"
    yield from _numb_group(knowledge, file)
    for zone, cell in knowledge.referral.pain_background.items():
        yield from _zone_cell(zone, cell, knowledge, (file, "pain_background", zone))
    for kind, maps in (("pain", knowledge.referral.pain), ("numb", knowledge.referral.numb)):
        for referral in maps:
            if referral.condition not in knowledge.condition_by_id:
                yield Problem(file, kind, referral.condition, "there is no such condition")
            for zone, cell in referral.zones.items():
                yield from _zone_cell(zone, cell, knowledge, (file, f"{kind} {referral.condition}", zone))
    for own in knowledge.body.zones:
        if own.layer != "numbness" and own.id not in knowledge.referral.pain_background:
            yield Problem(file, "pain_background", own.id, "this zone has no background rate")


def _numb_group(knowledge: Knowledge, file: str) -> Iterator[Problem]:
    group = knowledge.referral.numb_group
    if group not in {finding.group for finding in knowledge.findings}:
        yield Problem(file, "", "numb_group", f"no finding is of the group {group}")


def _zone_cell(zone: str, cell: Cell, knowledge: Knowledge, place: tuple[str, str, str]) -> Iterator[Problem]:
    if zone not in knowledge.body.by_id:
        yield Problem(*place, "there is no such zone")
    yield from _cell(cell, ("no", "yes"), knowledge, place)


def _urgency_texts(knowledge: Knowledge) -> Iterator[Problem]:
    """Every tier has its safety net, and every country stands once."""
    nets = Counter(net.tier for net in knowledge.safety_nets)
    for tier in TIERS:
        if nets[tier] != 1:
            yield Problem("safety_nets.yaml", tier, "tier", f"this tier has {nets[tier]} texts: give one")
    for country, count in Counter(row.country for row in knowledge.emergency_numbers).items():
        if count > 1:
            yield Problem("emergency_numbers.yaml", country, "country", f"it stands {count} times: keep one")
    for row in knowledge.emergency_numbers:
        yield from _source(row.source, "judged", knowledge, ("emergency_numbers.yaml", row.country, "source"))


def _replacing_in_circles(knowledge: Knowledge) -> Iterator[Problem]:
    """A cluster that replaces its members may not, over others, replace itself."""
    replaces = {finding.id: finding.replaces for finding in knowledge.findings}
    for start in replaces:
        reached: set[str] = set()
        ahead = list(replaces[start])
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead += replaces.get(name, ())
        if start in reached:
            yield Problem("findings", start, "replaces", "this finding replaces itself in a circle: cut it")


def _zones(knowledge: Knowledge) -> Iterator[Problem]:
    zones = knowledge.body.by_id
    for zone in knowledge.body.zones:
        for other in zone.neighbours:
            if other not in zones:
                yield Problem("body/zones.yaml", zone.id, "neighbours", f"there is no zone {other}")
            elif zone.id not in zones[other].neighbours:
                yield Problem(
                    "body/zones.yaml", zone.id, "neighbours", f"{other} does not name {zone.id} back"
                )
