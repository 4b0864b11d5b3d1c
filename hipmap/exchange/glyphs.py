"""Signs that the font of the pages lacks: a font of the computer lends them, and what none has is said.

A name may be written in any script, and somebody may type a smiling face. A tagged PDF refuses what it has no
shape for, and a page must never be lost for that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

STAND_IN = "□"
_FONT = "Inter-Regular.otf"
# Latin letters and the common marks are looked at no further: every page has them.
_UNCOMMON = re.compile("[^\x00-\u024f\u2010-\u2026\u2032\u2192\u2212\u2248\u2260\u2264\u2265□]")
_RUN = re.compile("[^\x00-\x7f]+")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"

MaySet = Callable[[str], bool]
"""Whether a text can be set with every font of the computer."""


def foreign_signs(text: str, fonts: Path) -> str:
    """Gives the signs of a text that the font of the pages lacks, each once."""
    uncommon = set(_UNCOMMON.findall(text))
    return "".join(sorted(uncommon - _known(fonts / _FONT))) if uncommon else ""


@cache
def _known(font: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def with_stand_ins(value: Any, signs: str, may_set: MaySet) -> tuple[Any, bool]:
    """Gives data in which a stand-in stands for what no font can show, and whether there was any.

    What belongs together is tried together: one face can be made of several signs and of joiners.
    """
    runs = {run for text in _texts(value) for run in _RUN.findall(text) if set(run) & set(signs)}
    lost = {run: _stood_in(run, signs) for run in runs if not may_set(run)}
    return (_replaced(value, lost) if lost else value), bool(lost)


def _stood_in(run: str, signs: str) -> str:
    return "".join("" if one in _JOINERS else STAND_IN if one in signs else one for one in run)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(item)


def _replaced(value: Any, lost: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _RUN.sub(lambda found: lost.get(found[0], found[0]), value)
    if isinstance(value, Mapping):
        return {key: _replaced(item, lost) for key, item in value.items()}
    return [_replaced(item, lost) for item in value] if isinstance(value, list) else value
