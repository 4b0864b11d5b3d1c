"""Cross-validates the numbers of the method: `python -m tests.vignettes.calibrate` writes what it found.

`calibration.csv` holds the score against each parameter, `calibration.md` the method, the folds and the
curve; the choice written at its end is kept.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge
from tests.vignettes.calibration_page import Curve, Found, Row, csv_of, page_of
from tests.vignettes.case_sets import SETS, case_of, expected_cases
from tests.vignettes.cross_validation import Fold, folds_of, held_out_losses, score, search
from tests.vignettes.method_parameters import Values, naive_values, present_values, tried_values
from tests.vignettes.trial_losses import Trials

HERE = Path(__file__).parent
CSV, PAGE = HERE / "calibration.csv", HERE / "calibration.md"


def trials_of(knowledge: Knowledge) -> Trials:
    """Gives all cases of all sets for trial."""
    expected = [one for each in SETS.values() for one in expected_cases(each, knowledge)]
    return Trials(knowledge, [(one, case_of(one, knowledge)) for one in expected])


def calibrate(knowledge: Knowledge, trials: Trials) -> Found:
    """Searches on every fold and on all cases, and scores what was left out."""
    by_origin, by_set = folds_of(trials.expected)
    everything = frozenset(range(len(trials.expected)))
    present, naive = present_values(knowledge), naive_values(knowledge)
    training = [everything - fold.held_out for fold in (*by_origin, *by_set)]
    *chosen, overall = search(trials.expected, trials.losses, present, [*training, everything])
    border = len(by_origin)
    return Found(
        version=knowledge.manifest.version, digest=knowledge.digest,
        counts={name: sum(one.set_name == name for one in trials.expected) for name in SETS},
        present=present, overall=overall,
        origins=_rows(trials, by_origin, chosen[:border], present, naive),
        sets=_rows(trials, by_set, chosen[border:], present, naive),
        fitted=replace(
            _row(trials, Fold("all, fitted on themselves", everything), overall, present, naive),
            left_out=False,
        ),
        curve=curve_of(trials, overall, present),
    )  # fmt: skip


def _row(trials: Trials, fold: Fold, chosen: Values, present: Values, naive: Values) -> Row:
    losses = [score(trials.expected, trials.losses(one), fold.held_out) for one in (chosen, present, naive)]
    return Row(fold.name, len(fold.held_out), chosen, losses)


def _rows(
    trials: Trials, folds: Sequence[Fold], chosen: Sequence[Values], present: Values, naive: Values
) -> list[Row]:
    """Gives a row for each fold, and one of all cases, each under the values found without it."""
    rows = [
        _row(trials, fold, values, present, naive) for fold, values in zip(folds, chosen, strict=True)
    ]  # fmt: skip
    everything = range(len(trials.expected))
    each = (held_out_losses(folds, trials.losses, chosen), trials.losses(present), trials.losses(naive))
    together = [score(trials.expected, losses, everything) for losses in each]
    return [*rows, Row("all, each left out once", len(everything), None, together, left_out=False)]


def curve_of(trials: Trials, chosen: Values, present: Values) -> Curve:
    """Gives the scores against each parameter, the others as chosen: over all sets, and of each set."""
    names = [name for name in SETS if any(one.set_name == name for one in trials.expected)]
    members = {
        name: [at for at, one in enumerate(trials.expected) if one.set_name == name] for name in names
    }  # fmt: skip
    rows = []
    for name, start in present.items():
        for value in tried_values(name, start):
            losses = trials.losses({**chosen, name: value})
            whole = score(trials.expected, losses, range(len(trials.expected)))
            of_sets = [score(trials.expected, losses, found).log for found in members.values()]
            rows.append((name, value, [whole.log, whole.brier, *of_sets]))
    return Curve(["log loss", "Brier", *(f"log loss {name}" for name in names)], rows)


def main() -> int:
    """Runs the cross-validation and writes the curve and the page."""
    knowledge = load_knowledge()
    found = calibrate(knowledge, trials_of(knowledge))
    before = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    page = page_of(found, before)
    CSV.write_text(csv_of(found), encoding="utf-8", newline="\n")
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    sys.stdout.write(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
