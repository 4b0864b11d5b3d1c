"""What a search of the sheet finds, and what fits best: whole words first, then beginnings, then middles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hipmap.model.findings import Finding

_WORD = re.compile(r"[^\W_]+")
MIDDLE_LETTERS = 4
"""So many letters are sought inside words too; fewer stand inside too many."""
MOST_BEST = 5
"""So many of what fits best stand on top; more are a list of their own, in sections."""

# How a word fits, the best first. Another name of the row is a short way to it, an option only a part of it.
CALLED, NAMED, WHOLE, WHOLE_IN_OPTION, BEGINS, BEGINS_IN_OPTION, INSIDE = range(7)


@dataclass(frozen=True)
class _Words:
    """The words of a finding: its chief other name, all of them, and these with those of the question."""

    chief: frozenset[str]
    names: frozenset[str]
    question: frozenset[str]
    options: frozenset[str]

    def fit(self, word: str) -> int | None:
        """Gives how a word fits; None where it does not."""
        if word in self.names:
            return CALLED if word in self.chief else NAMED
        for whole, begins, words in (
            (WHOLE, BEGINS, self.question),
            (WHOLE_IN_OPTION, BEGINS_IN_OPTION, self.options),
        ):
            if word in words:
                return whole
            if any(one.startswith(word) for one in words):
                return begins
        every = (*self.question, *self.options)
        return INSIDE if len(word) >= MIDDLE_LETTERS and any(word in one for one in every) else None


class SheetSearch:
    """Knows the words of every finding: in both voices, of its options, and its other names."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = tuple(findings)

    def found(self, typed: Sequence[str]) -> dict[str, int]:
        """Gives the findings with every word that was typed, each with how well it fits: less is better."""
        sought = [word for part in typed for word in _words_of(part)]
        if not sought:
            return {}
        fits = {name: [words.fit(word) for word in sought] for name, words in self._words.items()}
        return {
            name: sum(one for one in every if one is not None)
            for name, every in fits.items()
            if None not in every
        }

    @cached_property
    def _words(self) -> dict[str, _Words]:
        return {finding.id: _words_in(finding) for finding in self._findings}


def best_of(found: dict[str, int], shown: Iterable[str]) -> tuple[str, ...]:
    """Gives those of the shown findings that fit best, a few at most; in their order where they fit alike."""
    here = sorted((name for name in shown if name in found), key=lambda name: found[name])
    return tuple(name for name in here if found[name] == found[here[0]])[:MOST_BEST]


def _words_in(finding: Finding) -> _Words:
    options = (text for option in finding.options for text in (option.patient, option.clinician))
    chief = (finding.id, *_words_of(" ".join(finding.also[:1])))
    names = (*chief, *_words_of(" ".join(finding.also)))
    question = _words_of(f"{finding.patient} {finding.clinician} {finding.id}")
    return _Words(
        chief=frozenset(chief),
        names=frozenset(names),
        question=frozenset((*names, *question)),
        options=frozenset(_words_of(" ".join(options))),
    )


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())
