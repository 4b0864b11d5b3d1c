"""`hipmap explain`: one origin or condition of a case file explained, as JSON or as text."""

import argparse
from collections.abc import Sequence
from difflib import get_close_matches

from hipmap.exchange.explanation_text import explanation_text
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.explain import explain
from hipmap.storage.case_files import read_case
from hipmap.storage.complaints import refusal

_NEAR = 3
_ALIKE = 0.5


def explained(options: argparse.Namespace, knowledge: Knowledge) -> str:
    """Gives what the command prints; BadInput for a bad case, an unknown id, or two that are the same."""
    case = read_case(options.case, knowledge)
    known = tuple(dict.fromkeys((*knowledge.origin_by_id, *knowledge.condition_by_id)))
    _must_be_known("--about", options.about, known)
    _must_be_known("--against", options.against, known)
    explanation = explain(case, knowledge, options.about, options.against)
    if explanation.contrast.first == explanation.contrast.second:
        raise refusal(
            "--against", f"{options.against} is what is explained; name another one, or leave it out"
        )
    if options.format == "text":
        return explanation_text(explanation, knowledge, options.audience)
    return explanation.model_dump_json(by_alias=True, indent=2) + "\n"


def _must_be_known(option: str, name: str | None, known: Sequence[str]) -> None:
    if name is None or name in known:
        return
    near = get_close_matches(name, known, n=_NEAR, cutoff=_ALIKE)
    mend = f"did you mean {' or '.join(near)}?" if near else "see `hipmap vocabulary`"
    raise refusal(option, f'there is no origin or condition "{name}"; {mend}')
