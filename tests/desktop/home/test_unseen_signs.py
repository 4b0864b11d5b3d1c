"""Signs that were never in view are never answered with no: the button and the keys first scroll on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hipmap.desktop.home.list_screen import ListRow, ListScreen
from hipmap.model.case import NO
from tests.desktop.home.test_ways_back import made_anew
from tests.desktop.home.visitor import Visitor, settle

GO_ON: dict[str, Callable[[Visitor], None]] = {
    "button": Visitor.next,
    "n": lambda visitor: visitor.key(Qt.Key.Key_N),
    "enter": lambda visitor: visitor.key(Qt.Key.Key_Return),
}


def open_small(visitor: Visitor) -> None:
    visitor.host.resize(720, 420)
    settle()
    visitor.next()


def in_view(visitor: Visitor, row: ListRow) -> bool:
    """Whether a row can be read whole now, or the end of one too tall for the window."""
    port = visitor.guide.area.viewport()
    top = row.mapTo(port, row.rect().topLeft()).y()
    return 0 < top + row.height() <= port.height()


@pytest.mark.parametrize("way", GO_ON)
def test_what_was_never_in_view_is_not_answered(visitor: Visitor, way: str) -> None:
    open_small(visitor)
    rows = visitor.list.rows
    names, last = [row.finding.id for row in rows], visitor.guide.walk.stop
    read = {row.finding.id for row in rows if in_view(visitor, row)}
    assert len(read) < len(rows), "the window must be too small for the list"
    for _ in range(20):
        if visitor.goal() != "More below":
            break
        GO_ON[way](visitor)
        assert visitor.guide.walk.stop == last
        assert not visitor.case.answers
        read |= {row.finding.id for row in rows if in_view(visitor, row)}
    assert visitor.goal() == "None of these"
    assert read == set(names)
    if way == "enter":
        visitor.key(Qt.Key.Key_Return)
        assert not visitor.case.answers
    else:
        GO_ON[way](visitor)
        assert [visitor.case.answers[name].value for name in names] == [NO] * len(names)


def test_what_was_in_view_once_stays_read_in_a_smaller_window(visitor: Visitor) -> None:
    visitor.next()
    assert visitor.goal() == "None of these"
    visitor.host.resize(720, 420)
    settle()
    assert visitor.goal() == "None of these"


def test_a_larger_window_that_shows_the_rest_needs_no_scrolling(visitor: Visitor) -> None:
    open_small(visitor)
    assert visitor.goal() == "More below"
    visitor.host.resize(1366, 900)
    settle()
    assert visitor.goal() == "None of these"


def test_a_jump_to_the_end_leads_back_to_what_was_passed_over(visitor: Visitor) -> None:
    open_small(visitor)
    bar = visitor.guide.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert visitor.goal() == "More above"
    visitor.read_on()
    assert visitor.goal() == "None of these"


def test_what_was_read_stays_read_when_the_screen_is_made_anew(visitor: Visitor) -> None:
    open_small(visitor)
    assert visitor.goal() == "More below"
    read = {row.finding.id for row in visitor.list.rows if row.was_seen}
    visitor.guide.show_voice("clinician")
    settle()
    assert read <= {row.finding.id for row in visitor.list.rows if row.was_seen}
    visitor.read_on()
    visitor.guide.wear_look()
    settle()
    assert visitor.goal() == "None of these"
    anew = made_anew(visitor).current
    assert isinstance(anew, ListScreen)
    assert all(row.was_seen for row in anew.rows)


def test_who_starts_again_reads_all_anew(visitor: Visitor) -> None:
    open_small(visitor)
    visitor.read_on()
    visitor.guide._asked("again")
    settle()
    visitor.next()
    assert visitor.goal() == "More below"
