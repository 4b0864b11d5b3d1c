"""Python looks for rubbish seldom while knowledge is read, and as often as before afterwards."""

import gc

import pytest

from hipmap.command_line import main
from hipmap.storage.seldom_collected import seldom_collected


def test_as_before_afterwards_whatever_happened() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > usual[0] > 0
    with pytest.raises(ZeroDivisionError), seldom_collected():
        1 / 0  # noqa: B018
    assert gc.get_threshold() == usual
    assert gc.isenabled()


def test_a_command_leaves_it_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    usual = gc.get_threshold()
    assert main(["assess", "absent.json"]) == 2
    assert gc.get_threshold() == usual
    assert "absent.json" in capsys.readouterr().err
