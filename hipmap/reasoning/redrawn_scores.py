"""Which origin comes first when only the marks change: the answers are counted once for all redraws.

The same sums as in `evidence_items` and `posterior`, from columns that are weighted once for each network.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter, sub

from hipmap.model.case import Mark
from hipmap.reasoning.evidence_items import MARKS, mark_weight
from hipmap.reasoning.facts import Facts
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.made_once import kept_while_in_use
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.posterior import telling
from hipmap.reasoning.rounding import DIGITS

# How much one item tells, its name, its weight and its log likelihood.
Entry = tuple[float, str, float, Sequence[float]]


class _Columns:
    """The columns of the zones of one network: of a mark, of *no pain here* and of silence."""

    def __init__(self, network: Network) -> None:
        self.network = network
        parameters = network.knowledge.manifest.parameters
        self.scale = parameters.evidence_scale.value
        self._usual = network.usual_shares
        self._telling: dict[tuple[str, str, int], float] = {}
        self._quiet = self.scale * parameters.silent_zones.value
        self._unspoken: dict[tuple[str, float], Vector] = {}
        by_origin = network.by_origin.values()
        self.shares_of = tuple(itemgetter(*members, members[0]) for members in by_origin)

    def entry(self, kind: str, zone: str, outcome: int, weight: float) -> Entry:
        """Gives the item of one zone."""
        tables = self.network.numb if kind == "numb" else self.network.pain.tables
        column = tables[zone].column((outcome,)).log_p
        key = kind, zone, outcome
        if key not in self._telling:
            self._telling[key] = telling(column, self._usual)
        return round(weight * self._telling[key], 9), f"{kind}:{zone}", weight, column

    def unspoken(self, zone: str, part: float) -> Vector:
        """Gives the change of the log scores when a part of the silence of a zone no longer counts."""
        if (zone, part) not in self._unspoken:
            column = self.network.pain.tables[zone].column((0,)).log_p
            self._unspoken[zone, part] = [-part * self._quiet * value for value in column]
        return self._unspoken[zone, part]


class RedrawnScores:
    """The log scores of one case without its marks, to which those of a redrawn map are added."""

    def __init__(self, network: Network, facts: Facts, inference: Inference) -> None:
        self._network = network
        self._columns = _columns_of(network)
        self._numb_group = network.knowledge.referral.numb_group if facts.numb else None
        self._as_drawn = inference.scores
        base = list(inference.scores)
        for name in (MARKS, self._numb_group):
            if name is not None and name in inference.groups:
                base = list(map(sub, base, inference.groups[name].total))
        self._base = base
        self._known: dict[object, str] = {}
        places = ([mark.zone for mark in marks] for marks in (facts.pain, facts.numb, facts.denied))
        self._spoken_as_drawn = self._spoken(*places)
        self._said = self._answers_with_numbness(inference)

    def first_as_drawn(self) -> str:
        """Gives the first origin of the case itself."""
        return self._first_of(self._as_drawn)

    def first(self, pain: Mapping[str, Mark], numb: Mapping[str, float], denied: Mapping[str, float]) -> str:
        """Gives the first origin for these painful zones, numb zones and zones marked as free of pain.

        The numb and pain-free zones come with the part of them that is covered.
        """
        drawn = tuple((zone, mark.kind, mark.worst, mark.covered) for zone, mark in pain.items())
        key = drawn, tuple(numb.items()), tuple(denied.items())
        if key not in self._known:
            vectors = [self._base, *self._marks(pain, denied), *self._silence(pain, numb, denied)]
            vectors += self._numbness(numb)
            self._known[key] = self._first_of(list(map(sum, zip(*vectors, strict=True))))
        return self._known[key]

    def _answers_with_numbness(self, inference: Inference) -> list[Entry]:
        """The answers that share the group of the numb zones."""
        group = inference.groups.get(self._numb_group) if self._numb_group else None
        items = zip(group.items, group.vectors, strict=True) if group else ()
        usual = self._network.usual_shares
        return [
            (telling(vector, usual), item.finding, 1.0, vector)
            for item, vector in items
            if not item.finding.startswith("numb:")
        ]

    def _marks(self, pain: Mapping[str, Mark], denied: Mapping[str, float]) -> list[Vector]:
        parameters = self._network.knowledge.manifest.parameters
        worst, spread = parameters.worst_zone.value, parameters.spread_mark.value
        tables = self._network.pain.tables
        raw = {zone: mark_weight(mark, worst, spread) for zone, mark in pain.items() if zone in tables}
        if not raw:
            return []
        even = len(raw) / sum(raw.values())
        entries = [
            self._columns.entry("mark", zone, 1, weight * even * pain[zone].covered)
            for zone, weight in raw.items()
        ]
        entries += [
            self._columns.entry("mark", zone, 0, covered)
            for zone, covered in denied.items()
            if zone in tables
        ]
        return self._weighed(MARKS, entries)

    def _numbness(self, numb: Mapping[str, float]) -> list[Vector]:
        if self._numb_group is None:
            return []
        entries = [
            self._columns.entry("numb", zone, 1, covered)
            for zone, covered in numb.items()
            if zone in self._network.numb
        ]
        return self._weighed(self._numb_group, [*self._said, *entries])

    def _weighed(self, group: str, entries: Iterable[Entry]) -> list[Vector]:
        """The vectors of one group, the most telling in full and the next by the dependence of the group."""
        parameters = self._network.knowledge.manifest.parameters
        rho = parameters.group_dependence.get(group, parameters.dependence).value
        found = []
        for rank, (_, _, weight, vector) in enumerate(sorted(entries, key=lambda one: (-one[0], one[1]))):
            factor = self._columns.scale * rho**rank * weight
            found.append([factor * value for value in vector])
        return found

    def _silence(self, pain: Iterable[str], numb: Iterable[str], denied: Iterable[str]) -> Iterator[Vector]:
        """What changes in the silence of the zones that were left free."""
        now, before = self._spoken(pain, numb, denied), self._spoken_as_drawn
        for zone in self._network.pain.silent:
            part = now.get(zone, 0.0) - before.get(zone, 0.0)
            if part:
                yield self._columns.unspoken(zone, part)

    def _spoken(self, pain: Iterable[str], numb: Iterable[str], denied: Iterable[str]) -> dict[str, float]:
        """How far each zone is not silent: marked zones not at all, and those that touch a pain in part."""
        drawn = [zone for zone in pain if zone in self._network.pain.tables]
        if not drawn:
            return {}
        relief = self._network.knowledge.manifest.parameters.touching_zone.value
        zones = self._network.knowledge.body.by_id
        found = {other: relief for zone in drawn for other in zones[zone].neighbours}
        return found | dict.fromkeys((*drawn, *numb, *denied), 1.0)

    def _first_of(self, scores: Sequence[float]) -> str:
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        whole = math.fsum(weights)
        shares = []
        for own in self._columns.shares_of:
            members = own(weights)
            shares.append(round((sum(members) - members[0]) / whole, DIGITS))
        return self._network.hypotheses.origins[shares.index(max(shares))]


_columns_of = kept_while_in_use(_Columns)
