"""Counts the questions at home until an end: `python -m tests.vignettes.count_home_questions`.

By default the cases of the sets, then people made up from the knowledge's own tables.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import ClassVar

from hipmap.desktop.home.route import Way
from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge
from tests.vignettes.case_sets import SETS, case_of, expected_cases
from tests.vignettes.home_walk import Somebody, Walk, lines, walked, way_at_home
from tests.vignettes.made_up_people import UNKNOWN_SHARE, PeopleSource

SEED, COUNT = 2026, 150
OF_FILES = """\
Case files: what a report or a textbook does not say is answered "don't know", which is most of what is asked.
This is pessimistic: somebody at home can answer nearly every question about their own pain.
"""
OF_TABLES = """\
Made-up people, drawn from the same tables by which they are weighed; {unknown:.0%} of the questions and
movements (assumed) and every scan are answered "don't know". This is optimistic: the model examines itself,
and says nothing of whether its figures are true. Only the number of questions can be read from it.
"""


class _Here:
    """The way in this process, which is made once."""

    way: ClassVar[Way]

    @classmethod
    def begin(cls) -> None:
        cls.way = way_at_home(load_knowledge())


def _walk_here(one: Somebody) -> Walk:
    return walked(one, _Here.way)


def walks_of(people: Iterable[Somebody]) -> list[Walk]:
    """Takes people through the guide, on all processors."""
    with ProcessPoolExecutor(initializer=_Here.begin) as pool:
        return list(pool.map(_walk_here, people, chunksize=5))


def of_files(names: Iterable[str], knowledge: Knowledge) -> list[Walk]:
    """Takes the cases of the sets through the guide, and says of each set what was found."""
    every: list[Walk] = []
    for name in names:
        cases = expected_cases(SETS[name], knowledge)
        walks = walks_of(Somebody(one.id, case_of(one, knowledge), one.true_origins) for one in cases)
        every += walks
        _say(lines(name, walks))
    return every


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], help="all of them if none is named")
    parser.add_argument("--only", choices=("files", "made-up"), help="one of the two measures")
    parser.add_argument("--people", type=int, default=COUNT, help="how many are made up")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    knowledge = load_knowledge()
    if chosen.only != "made-up":
        _say([OF_FILES.strip()])
        _say(lines("all", of_files(chosen.sets or SETS, knowledge)))
    if chosen.only != "files":
        _say([OF_TABLES.format(unknown=UNKNOWN_SHARE).strip()])
        _say(lines("made-up people", walks_of(PeopleSource(knowledge, chosen.seed).draw(chosen.people))))
    return 0


def _say(found: Iterable[str]) -> None:
    sys.stdout.write("\n".join(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
