"""Each end of the home questions is among the screens that are looked at, and is the end that it says."""

from typing import get_args

import pytest

from hipmap.desktop.home.route import Way, why_ended
from hipmap.desktop.home.stops import Cursor
from hipmap.model.question_ends import End
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import Gates
from tests.case_builders import own_knowledge
from tests.screens.home_ends import ended
from tests.screens.screen_table import screens


@pytest.mark.parametrize("end", get_args(End))
def test_every_end_has_a_screen_of_its_own(end: End) -> None:
    knowledge = own_knowledge()
    way = Way(knowledge, Gates(knowledge), frozenset, told_sides=True)
    case = ended(end, way)
    assert why_ended(Cursor(), case, assess(case, knowledge), way, tried=False) == end
    assert f"home between {end}".replace("_", " ") in {screen.name for screen in screens()}
