"""Cross-validation that leaves out whole groups of cases: folds, their score and the search."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from tests.vignettes.case_sets import Expected
from tests.vignettes.method_parameters import Values, tried_values
from tests.vignettes.scores import mean
from tests.vignettes.trial_losses import Loss

# The search ends when a sweep moves nothing, and after so many at the latest.
MOST_SWEEPS = 4
# Scores nearer than this are no difference for so few cases; then the value nearest to the present is taken.
EQUAL = 5e-4
Losses = Callable[[Values], Sequence[Loss]]


@dataclass(frozen=True)
class Fold:
    """What is left out of the search and then scored: the numbers of the cases."""

    name: str
    held_out: frozenset[int]


def folds_of(expected: Sequence[Expected]) -> tuple[list[Fold], list[Fold]]:
    """Gives a fold for each concluded origin, and one for each set; each holds every case once."""
    by_origin: dict[str, set[int]] = {}
    by_set: dict[str, set[int]] = {}
    for at, one in enumerate(expected):
        by_origin.setdefault(one.origin, set()).add(at)
        by_set.setdefault(one.set_name, set()).add(at)
    return _folds(by_origin), _folds(by_set)


def _folds(members: Mapping[str, set[int]]) -> list[Fold]:
    return [Fold(name, frozenset(found)) for name, found in sorted(members.items())]


def score(expected: Sequence[Expected], losses: Sequence[Loss], numbers: Collection[int]) -> Loss:
    """Gives the mean over the sets of the mean over the cases of each, so that each set counts alike."""
    by_set: dict[str, list[Loss]] = {}
    for at in sorted(numbers):
        by_set.setdefault(expected[at].set_name, []).append(losses[at])
    return Loss(
        log=mean(mean(one.log for one in found) for found in by_set.values()),
        brier=mean(mean(one.brier for one in found) for found in by_set.values()),
    )


def search(
    expected: Sequence[Expected], losses: Losses, present: Values, training: Sequence[Collection[int]]
) -> list[dict[str, float]]:
    """Gives, for each collection of training cases, the values with the least log loss that are found.

    From the present values on, one parameter is tried at a time, in order, sweep after sweep. All
    collections go through a parameter together, because they mostly try the same values.
    """
    found = [dict(present) for _ in training]
    for _ in range(MOST_SWEEPS):
        before = [dict(values) for values in found]
        for name, start in present.items():
            for values, numbers in zip(found, training, strict=True):
                tried = {
                    value: score(expected, losses({**values, name: value}), numbers).log
                    for value in tried_values(name, start)
                }
                values[name] = best(tried, start)
        if found == before:
            break
    return found


def best(tried: Mapping[float, float], start: float) -> float:
    """Gives the value with the least loss; of equal ones, that nearest to the start."""
    least = min(tried.values())
    equal = [value for value, loss in tried.items() if loss <= least + EQUAL]
    return min(equal, key=lambda value: (abs(value - start), value))


def held_out_losses(folds: Sequence[Fold], losses: Losses, chosen: Sequence[Values]) -> list[Loss]:
    """Gives the loss of each case under the values that were found without it."""
    of_case: dict[int, Loss] = {}
    for fold, values in zip(folds, chosen, strict=True):
        under = losses(values)
        of_case |= {at: under[at] for at in fold.held_out}
    return [of_case[at] for at in range(len(of_case))]
