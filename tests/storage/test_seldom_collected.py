"""Python looks for rubbish seldom while knowledge is read, and as often as before afterwards."""

import gc
import subprocess
import sys

import pytest

from hipmap.command_line import main
from hipmap.storage.seldom_collected import seldom_collected


def test_as_before_afterwards_whatever_happened() -> None:
    usual, was_on = gc.get_threshold(), gc.isenabled()
    with seldom_collected():
        assert gc.isenabled() == was_on
        assert gc.get_threshold()[0] > usual[0] > 0
    with pytest.raises(ZeroDivisionError), seldom_collected():
        1 / 0  # noqa: B018
    assert gc.get_threshold() == usual
    assert gc.isenabled() == was_on


def test_a_command_leaves_it_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    usual = gc.get_threshold()
    assert main(["assess", "absent.json"]) == 2
    assert gc.get_threshold() == usual
    assert "absent.json" in capsys.readouterr().err


ENDING = """
import sys
from hipmap.storage.seldom_collected import end_without_a_search

class Rubbish:
    def __init__(self):
        self.own = self
    def __del__(self):
        print("found")

if sys.argv[1:]:
    end_without_a_search()
Rubbish()
"""


def test_a_command_ends_without_a_search() -> None:
    def said(*arguments: str) -> str:
        command = [sys.executable, "-c", ENDING, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert said() == "found\n"
    assert said("spared") == ""
