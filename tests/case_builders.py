"""Cases and case files for the tests of the core, and hipmap's own knowledge, read once."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge

ROOT = Path(__file__).resolve().parent.parent

# The example of the published contract, word for word.
EXAMPLE = """
{"schema": "hipmap-case/1", "setting": "primary",
 "person": {"age": 56, "sex": "female"},
 "marks": [{"zone": "groin_crease", "side": "right", "kind": "pain", "intensity": 6, "worst": true,
            "feel": ["deep"]}],
 "answers": {"limp": "yes", "hip_internal_rotation_deg": {"value": 10, "side": "right"},
             "slr": {"value": "positive", "side": "right"}}}
"""


@cache
def own_knowledge() -> Knowledge:
    """Gives the knowledge that comes with hipmap."""
    return load_knowledge()


def example_data() -> dict[str, Any]:
    """Gives the example of the contract as a fresh object that a test may change."""
    data: dict[str, Any] = json.loads(EXAMPLE)
    return data


def case_data(**fields: Any) -> dict[str, Any]:
    """Gives a case with its schema and the given fields only."""
    return {"schema": "hipmap-case/1", **fields}


def case_json(**fields: Any) -> str:
    """Gives such a case as JSON text on one line."""
    return json.dumps(case_data(**fields))


def mark_data(zone: str = "groin_crease", side: str = "right", **fields: Any) -> dict[str, Any]:
    """Gives a mark, with the fields that the test is about."""
    return {"zone": zone, "side": side, **fields}
