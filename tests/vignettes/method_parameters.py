"""The numbers of the method that cross-validation tries, and a knowledge with others of them."""

from collections.abc import Mapping
from typing import Any

from hipmap.model.knowledge import Knowledge

# The values of the parameters under trial by name; `group_dependence.marks` is that of one group.
Values = Mapping[str, float]

IN_GROUP = "group_dependence."
# What is tried; the present value is always tried as well. The ratio limits come first, because they
# need the tables made anew.
_DEPENDENCE = (0.2, 0.35, 0.5, 0.65, 0.8, 1.0)
GRID: Mapping[str, tuple[float, ...]] = {
    "ratio_least": (0.05, 0.1, 0.2, 0.33, 0.5),
    "ratio_most": (3.0, 5.0, 8.0, 12.0, 20.0),
    "judged_ratio_least": (0.02, 0.05, 0.1, 0.2, 0.33),
    "judged_ratio_most": (5.0, 10.0, 20.0, 40.0, 80.0),
    "dependence": _DEPENDENCE,
    "silent_zones": (0.0, 0.1, 0.25, 0.4, 0.6, 0.8, 1.0),
    "evidence_scale": (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.4),
    "pair_share": (0.03, 0.06, 0.1, 0.15, 0.2),
}
# Stands beside the starting rates, not among the parameters.
PAIR_SHARE = "pair_share"
LIMITS = ("ratio_least", "ratio_most", "judged_ratio_least", "judged_ratio_most")
# Naive combination: every answer in full as if all were independent, and no limit to a ratio.
_NAIVE = {
    "ratio_least": 1e-9, "ratio_most": 1e9, "judged_ratio_least": 1e-9, "judged_ratio_most": 1e9,
    "evidence_scale": 1.0,
}  # fmt: skip


def present_values(knowledge: Knowledge) -> dict[str, float]:
    """Gives the values that the knowledge has now, in the order in which they are tried."""
    parameters = knowledge.manifest.parameters
    values = {name: getattr(parameters, name).value for name in GRID if name != PAIR_SHARE}
    values[PAIR_SHARE] = knowledge.priors.pair_share
    return values | {f"{IN_GROUP}{name}": one.value for name, one in parameters.group_dependence.items()}


def naive_values(knowledge: Knowledge) -> dict[str, float]:
    """Gives naive combination; the zones left free keep their discount."""
    present = present_values(knowledge)
    in_full = {name: 1.0 for name in present if name == "dependence" or name.startswith(IN_GROUP)}
    return present | _NAIVE | in_full


def tried_values(name: str, present: float) -> list[float]:
    """Gives the values of a parameter that are tried, in order."""
    return sorted({*(_DEPENDENCE if name.startswith(IN_GROUP) else GRID[name]), present})


def with_values(knowledge: Knowledge, values: Values) -> Knowledge:
    """Gives the same knowledge with other values of the parameters, in memory only."""
    parameters = knowledge.manifest.parameters
    groups = dict(parameters.group_dependence)
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name.startswith(IN_GROUP):
            group = name.removeprefix(IN_GROUP)
            groups[group] = groups[group].model_copy(update={"value": value})
        elif name != PAIR_SHARE:
            changed[name] = getattr(parameters, name).model_copy(update={"value": value})
    changed["group_dependence"] = groups
    manifest = knowledge.manifest.model_copy(update={"parameters": parameters.model_copy(update=changed)})
    pair_share = values.get(PAIR_SHARE, knowledge.priors.pair_share)
    priors = knowledge.priors.model_copy(update={"pair_share": pair_share})
    return knowledge.model_copy(update={"manifest": manifest, "priors": priors})
