"""Started from the desktop of Windows, Python has no streams: what is printed goes nowhere."""

import sys

import pytest

from hipmap.__main__ import give_streams


def test_what_is_printed_without_a_terminal_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    give_streams()
    for stream in (sys.stdout, sys.stderr):
        assert stream.write("hipmap: Müller 骨\n") > 0
        stream.close()


def test_streams_that_are_there_stay(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stderr
    give_streams()
    assert sys.stderr is before
    sys.stderr.write("told\n")
    assert capsys.readouterr().err == "told\n"
