"""What the cross-validation found, as a page and as a table of numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.vignettes.method_parameters import Values
from tests.vignettes.trial_losses import Loss

CHOICE = "## Choice\n"
_TO_FILL = "\nTo be filled in after the final run: which values were taken, and why.\n"

METHOD = """# Calibration of the method by cross-validation

Written by `python -m tests.vignettes.calibrate`; everything above *Choice* is written anew by each run.

## Method

- **Tried:** how much related answers count beside each other (`dependence`, and that of the marks), the
  scale of all evidence (`evidence_scale`), the limits of a ratio of likelihoods from one study and from
  judgement, and how loud the zones left free are (`silent_zones`). No figure of a finding, no starting rate
  and no single case is tuned.
- **Cases:** the published, the textbook and the report set, and nothing else. The textbook cases and the
  knowledge come from the same clinical teaching, so they flatter; the published ones lean towards rare and
  serious disease, and hipmap was developed beside them. No set is a sample of patients. So this chooses
  among settings of the method; it does not validate hipmap.
- **Score:** the mean over origins of the log loss of each (true or not: two may be true together), and the
  Brier score likewise; lower is better. Each set counts alike, whatever its number of cases.
- **Left out:** one whole concluded origin at a time, never single cases; and one whole set at a time.
- **Search:** on what is left, from the present values on, one parameter at a time over its grid, at most
  four sweeps, by log loss; of values within 0.0005 of the best the one nearest to the present. The fold is
  then scored on what was left out.
- **Compared with:** the present values, and naive combination (dependence and scale 1, no limits of ratios).
"""


@dataclass(frozen=True)
class Row:
    """A fold: its name and size, what was chosen without it, its loss as chosen, at present, naively.

    The rows of all cases together are no part that was `left_out`.
    """

    name: str
    count: int
    chosen: Values | None
    losses: Sequence[Loss]
    left_out: bool = True


@dataclass(frozen=True)
class Curve:
    """Scores against each parameter: the heads of the scores, and rows of name, value and scores."""

    heads: list[str]
    rows: list[tuple[str, float, list[float]]]


@dataclass(frozen=True)
class Found:
    """Everything that one run found."""

    version: str
    digest: str
    counts: Mapping[str, int]
    present: Values
    overall: Values
    origins: list[Row]
    sets: list[Row]
    fitted: Row
    curve: Curve


def csv_of(found: Found) -> str:
    """Gives the curve as comma-separated lines under a head."""
    heads = ["parameter", "value", *(head.replace(" ", "_").lower() for head in found.curve.heads)]
    lines = [",".join((*heads, "chosen", "present"))]
    for name, value, scores in found.curve.rows:
        here = [str(int(values[name] == value)) for values in (found.overall, found.present)]
        lines.append(",".join((name, f"{value:g}", *(f"{one:.5f}" for one in scores), *here)))
    return "\n".join(lines) + "\n"


def page_of(found: Found, before: str) -> str:
    """Gives the page, with the choice that stood in it before."""
    counts = ", ".join(f"{name} {count}" for name, count in found.counts.items())
    lines = [
        METHOD, "## Result\n",
        f"Knowledge {found.version} (digest {found.digest[:12]}); cases: {counts}.\n",
        *_folds("Concluded origin left out", [*found.origins, found.fitted], found.present),
        *_folds("Set left out", found.sets, found.present),
        *_curve(found),
    ]  # fmt: skip
    choice = before.partition(CHOICE)[2] or _TO_FILL
    return "\n".join(lines) + "\n" + CHOICE + choice


def _folds(title: str, rows: Sequence[Row], present: Values) -> Iterator[str]:
    yield f"### {title}\n"
    yield (
        "| left out | cases | log loss: chosen | present | naive | Brier: chosen | present | naive "
        "| chosen without it, where not as at present |"
    )
    yield "| --- |" + " ---: |" * 7 + " --- |"
    for row in rows:
        figures = [f"{loss.log:.4f}" for loss in row.losses] + [f"{loss.brier:.4f}" for loss in row.losses]
        yield f"| {' | '.join((row.name, str(row.count), *figures, _changed(row.chosen, present)))} |"
    yield f"\n{_how_often_better(rows)}\n"


def _how_often_better(rows: Sequence[Row]) -> str:
    """How many of the parts that were left out fare better as chosen: one part must not carry the choice."""
    parts = [row.losses for row in rows if row.left_out]
    better = sum(chosen.log < present.log for chosen, present, _ in parts)
    return f"Chosen has less log loss than present in {better} of {len(parts)} parts that were left out."


def _changed(chosen: Values | None, present: Values) -> str:
    if chosen is None:
        return ""
    changed = [f"{name} {value:g}" for name, value in chosen.items() if value != present[name]]
    return ", ".join(changed) or "nothing"


def _curve(found: Found) -> Iterator[str]:
    yield "### Score against each parameter\n"
    yield "Over all cases, the other parameters as chosen on all cases (`calibration.csv` has the same).\n"
    yield f"| parameter | value | {' | '.join(found.curve.heads)} | |"
    yield "| --- |" + " ---: |" * (len(found.curve.heads) + 1) + " --- |"
    for name, value, scores in found.curve.rows:
        marks = ["chosen"] * (found.overall[name] == value) + ["present"] * (found.present[name] == value)
        cells = (name, f"{value:g}", *(f"{one:.4f}" for one in scores), ", ".join(marks))
        yield f"| {' | '.join(cells)} |"
    yield ""
