"""The last result that somebody looked at and stored, and what has moved since."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hipmap.model.knowledge import Knowledge
from tests.vignettes.outcomes import Figures, Outcome, figures

STORED = Path(__file__).parent / "last_result.json"
DIGITS = 3
Result = Mapping[str, Any]


def result_of(found: Sequence[Outcome], knowledge: Knowledge) -> Result:
    """Gives what is stored of a set: the knowledge, the figures, and a few words about each case."""
    return {
        "knowledge": {"version": knowledge.manifest.version, "digest": knowledge.digest},
        "figures": rounded(figures(found)),
        "cases": {
            one.expected.id: {
                "first": one.ranked[0],
                "probability": round(one.probability, DIGITS),
                "right": one.within(1),
                "tier": one.tier,
            }
            for one in found
        },
    }


def rounded(values: Figures) -> Figures:
    """Gives the figures to three digits, so that they are the same on every system."""
    return {name: None if value is None else round(value, DIGITS) for name, value in values.items()}


def stored_results(path: Path = STORED) -> dict[str, Result]:
    """Gives the stored results by set; none before the first was stored."""
    if not path.is_file():
        return {}
    found: dict[str, Result] = json.loads(path.read_text(encoding="utf-8"))
    return found


def store(results: Mapping[str, Result], path: Path = STORED) -> None:
    """Stores results beside those of the other sets, sorted and with a line for each case."""
    text = _as_text({**stored_results(path), **results}, 3) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def _as_text(value: Any, depth: int, indent: str = "") -> str:
    """JSON whose outer `depth` levels stand on lines of their own."""
    if not isinstance(value, dict) or depth == 0 or not value:
        return json.dumps(value, sort_keys=True)
    inner = indent + " "
    lines = [f"{inner}{json.dumps(key)}: {_as_text(value[key], depth - 1, inner)}" for key in sorted(value)]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def moved(before: Result, now: Result) -> Iterator[str]:
    """Gives a line for each figure and case that is not what it was."""
    for name, value in now["figures"].items():
        was = before["figures"].get(name)
        if was != value:
            yield f"{name}: {_said(was)} -> {_said(value)}"
    for case in sorted(before["cases"].keys() | now["cases"].keys()):
        was, value = before["cases"].get(case), now["cases"].get(case)
        if was is None or value is None:
            yield f"{case}: {'new' if was is None else 'gone'}"
        elif was != value:
            yield f"{case}: {_case_moved(was, value)}"


def _said(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"


def _case_moved(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    words = []
    if was["right"] != now["right"]:
        words.append("NOW RIGHT" if now["right"] else "NOW WRONG")
    words += [f"{name} {was[name]} -> {now[name]}" for name in ("first", "tier") if was[name] != now[name]]
    if was["probability"] != now["probability"]:
        words.append(f"true origin {was['probability']:.3f} -> {now['probability']:.3f}")
    return ", ".join(words)
