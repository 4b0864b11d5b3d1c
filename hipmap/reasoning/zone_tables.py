"""P(zone marked | explanation), softened because people redraw the same pain in a touching zone."""

from collections.abc import Mapping
from dataclasses import dataclass

from hipmap.model.body import Zone
from hipmap.model.evidence import Cell, Kind
from hipmap.model.knowledge import Knowledge
from hipmap.model.referral import ReferralMap
from hipmap.reasoning.hypotheses import Hypotheses
from hipmap.reasoning.outcome_tables import Figure, OutcomeColumn, OutcomeTable, capped, figure_of

_YES_NO = ("no", "yes")


@dataclass(frozen=True)
class ZoneTables:
    """The table of every zone; the zones whose silence speaks, with what each says when it is left free.

    `all_silent` is the log P of all of them left free.
    """

    tables: dict[str, OutcomeTable]
    silent: tuple[str, ...]
    left_free: dict[str, OutcomeColumn]
    all_silent: tuple[float, ...]


def pain_tables(knowledge: Knowledge, hypotheses: Hypotheses) -> ZoneTables:
    """Gives the tables of the pain map."""
    background = knowledge.referral.pain_background
    tables = _tables(knowledge, hypotheses, knowledge.referral.pain, background)
    silent = tuple(zone.id for zone in knowledge.body.zones if zone.layer == "pain" and zone.id in tables)
    left_free = {zone: tables[zone].column((0,)) for zone in silent}
    columns = [column.log_p for column in left_free.values()]
    return ZoneTables(tables, silent, left_free, tuple(map(sum, zip(*columns, strict=True))))


def numb_tables(knowledge: Knowledge, hypotheses: Hypotheses) -> dict[str, OutcomeTable]:
    """Gives the table of every zone of the numbness map."""
    background = {zone.id: knowledge.referral.numb_background for zone in knowledge.body.zones}
    return _tables(knowledge, hypotheses, knowledge.referral.numb, background)


def _tables(
    knowledge: Knowledge,
    hypotheses: Hypotheses,
    maps: tuple[ReferralMap, ...],
    background: Mapping[str, Cell],
) -> dict[str, OutcomeTable]:
    zones = {zone.id: zone for zone in knowledge.body.zones if zone.id in background}
    base = {zone: figure_of(background[zone], _YES_NO, None) for zone in zones}
    slip = knowledge.manifest.parameters.touching_zone.value
    soft_base = {zone: _softened(zones[zone], base, slip) for zone in zones}
    figures: dict[str, dict[int, Figure]] = {zone: {} for zone in zones}
    cells = (cell for referral in maps for cell in (*referral.zones.values(), referral.unlisted) if cell)
    # a word is one cell, which stands for many zones
    stated = {id(cell): cell for cell in cells}
    made = {key: figure_of(cell, _YES_NO, None) for key, cell in stated.items()}
    for referral in maps:
        number = hypotheses.conditions.index(referral.condition)
        told = {zone: referral.zones.get(zone, referral.unlisted) for zone in zones}
        drawn = {zone: made.get(id(cell), base[zone]) for zone, cell in told.items()}
        for zone in zones:
            soft = _softened(zones[zone], drawn, slip)
            cell = referral.zones.get(zone)
            figures[zone][number] = capped(soft, soft_base[zone], cell, knowledge.manifest.parameters)
    return {
        zone: OutcomeTable(figures[zone], soft_base[zone], hypotheses.each, graded=False) for zone in zones
    }  # fmt: skip


def _softened(zone: Zone, figures: Mapping[str, Figure], slip: float) -> Figure:
    """A mark lands in its own zone, or with the chance `slip` belongs to one of the touching zones."""
    own = figures[zone.id]
    touching = [figures[other].p[1] for other in zone.neighbours if other in figures]
    if not touching:
        return own
    yes = (1 - slip) * own.p[1] + slip * sum(touching) / len(touching)
    # a published share that is mixed with its neighbours is no longer quite what was published
    kind: Kind = "derived" if own.kinds[1] == "published" else own.kinds[1]
    return Figure((1 - yes, yes), own.n, (kind, kind), own.sources)
