"""Tries a great number of odd case texts: `python -m tests.fuzzing.run_fuzzing --cases 1000000 --seed 1`."""

import argparse
import sys

from hipmap.storage.knowledge_files import load_knowledge
from tests.fuzzing.odd_cases import OddCases
from tests.fuzzing.sensible import Tried

# One case in so many is assessed with ranges and proposals too, which takes some ten times as long.
WITH_RANGES = 100
TOLD_EVERY = 10_000


def main() -> int:
    """Tries the texts one after another; exit code 1 and the text itself if one makes no sense."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    knowledge = load_knowledge()
    odd, tried = OddCases(knowledge, asked.seed), Tried(knowledge)
    for number in range(1, asked.cases + 1):
        text = odd.text()
        try:
            tried.one(text, ranges=number % WITH_RANGES == 0)
        except Exception as failure:
            print(f"case {number} of seed {asked.seed}: {type(failure).__name__}: {failure}")
            print(text.decode("utf-8", "backslashreplace"))
            raise
        if number % TOLD_EVERY == 0:
            print(f"{number}: {tried.assessed} assessed, {tried.refused} refused", flush=True)
    print(f"seed {asked.seed}: {tried.assessed} assessed, {tried.refused} refused, none without sense")
    return 0


if __name__ == "__main__":
    sys.exit(main())
