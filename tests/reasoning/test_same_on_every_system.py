"""The same bytes on every system: other mathematics libraries, other Pythons and hash seeds change nothing.

The C library of another system may round the last bit of an exponential or logarithm the other way, and
Python sums floats with compensation from 3.12 on. Both are played here, in every combination of chance.
"""

import builtins
import hashlib
import json
import math
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from hipmap.model.case import Answer, Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.network import compile_network
from tests.reasoning import known_cases
from tests.reasoning.random_cases import random_case

CASES = 12

Rounded = Callable[..., float]


def some_cases(knowledge: Knowledge) -> list[Case]:
    chance = random.Random(4)
    return [*known_cases.ALL.values(), *(random_case(knowledge, chance) for _ in range(CASES))]


def in_bytes(case: Case, knowledge: Knowledge) -> str:
    return assess(case, knowledge).model_dump_json(by_alias=True)


def one_bit_off(function: Rounded, chance: random.Random) -> Rounded:
    """The function as a library with other last bits gives it."""

    def rounded(*arguments: float) -> float:
        result = function(*arguments)
        if result in (0.0, 1.0, -math.inf):
            return result  # what is exact is exact everywhere
        return math.nextafter(result, chance.choice((-math.inf, result, math.inf)))

    return rounded


def compensated(values: Iterable[Any], start: Any = 0) -> Any:
    """The sum as Python gives it from 3.12 on."""
    found = list(values)
    is_float = bool(found) and all(isinstance(value, float | int) for value in found)
    return math.fsum([*found, start]) if is_float and any(isinstance(v, float) for v in found) else (
        plain_sum(found, start)
    )  # fmt: skip


plain_sum = builtins.sum


@pytest.mark.parametrize("seed", range(2))
def test_other_last_bits_give_the_same_bytes(
    seed: int, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = some_cases(knowledge)
    ours = [in_bytes(case, knowledge) for case in cases]
    chance = random.Random(seed)
    # another system compiles its own tables, so nothing may be kept from ours
    fresh = knowledge.model_copy()
    with monkeypatch.context() as other_system:
        for name in ("exp", "log", "log1p", "erf"):
            other_system.setattr(math, name, one_bit_off(getattr(math, name), chance))
        other_system.setattr(builtins, "sum", compensated)
        theirs = [in_bytes(case, fresh) for case in cases]
    assert [a == b for a, b in zip(ours, theirs, strict=True)] == [True] * len(cases)


def test_the_played_system_really_computes_otherwise(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the test above could not fail."""
    ours = compile_network(knowledge).pain.all_silent
    with monkeypatch.context() as other_system:
        other_system.setattr(math, "log", one_bit_off(math.log, random.Random(0)))
        theirs = compile_network(knowledge).pain.all_silent
    assert ours != theirs
    assert ours == pytest.approx(theirs, abs=1e-12)


PROGRAM = """
import hashlib, sys
from hipmap.model.case import new_case
from hipmap.reasoning import assess
from hipmap.storage.knowledge_files import load_knowledge
import json
knowledge = load_knowledge()
text = "".join(
    assess(new_case(**one), knowledge).model_dump_json(by_alias=True) for one in json.load(sys.stdin)
)
print(hashlib.sha256(text.encode()).hexdigest())
"""


@pytest.mark.parametrize("hash_seed", ["0", "123"])
def test_another_process_gives_the_same_bytes(hash_seed: str, knowledge: Knowledge) -> None:
    cases = [known_cases.HIP_JOINT, known_cases.STENOSIS, known_cases.HIP_AND_BACK]
    text = "".join(in_bytes(case, knowledge) for case in cases)
    told = json.dumps(
        [case.model_dump(mode="json", exclude={"schema_"}, exclude_none=True) for case in cases]
    )
    other = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=told, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C"},
    )  # fmt: skip
    assert other.stdout.strip() == hashlib.sha256(text.encode()).hexdigest()


def test_equal_answers_give_equal_bytes(knowledge: Knowledge) -> None:
    """5 and 5.0 are one case with one digest, so they have one assessment."""
    five, too = (
        known_cases.HIP_JOINT.model_copy(
            update={"answers": {"hip_internal_rotation_deg": Answer(value=value, side="right")}}
        )
        for value in (5, 5.0)
    )
    assert in_bytes(five, knowledge) == in_bytes(too, knowledge)
