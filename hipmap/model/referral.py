"""Referral maps: how often pain, or numbness, of a condition is marked in each zone."""

from collections.abc import Mapping

from hipmap.model.evidence import CellField
from hipmap.model.frozen import Frozen


class ReferralMap(Frozen):
    """P(zone marked | condition); zones that are not listed have the background rate of that zone."""

    condition: str
    zones: Mapping[str, CellField]
    unlisted: CellField | None = None
    carries: tuple[str, ...] = ()


class Referral(Frozen):
    """The background rates of all zones for pain and numbness, and the maps of the conditions.

    Numb zones share the dependence group `numb_group` with the questions about numbness.
    """

    numb_group: str
    pain_background: Mapping[str, CellField]
    numb_background: CellField
    pain: tuple[ReferralMap, ...]
    numb: tuple[ReferralMap, ...]
