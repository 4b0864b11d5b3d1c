"""Runs the commands of hipmap, in this process and as a program of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hipmap.command_line import main
from hipmap.model.knowledge import Knowledge
from tests.case_builders import EXAMPLE, own_knowledge


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that a refused input gets, after everything that holds for each of them."""
        assert (self.code, self.out) == (2, ""), self
        assert self.err.endswith("\n")
        (line,) = self.err.splitlines()
        assert line.startswith("hipmap: ")
        return line.removeprefix("hipmap: ")


Run = Callable[..., Outcome]


@pytest.fixture
def hipmap(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, with the knowledge that was already read."""
    for module in ("hipmap.storage.knowledge_files", "hipmap.storage.overlay_files"):
        monkeypatch.setattr(f"{module}.load_knowledge", own_knowledge)

    def run(*arguments: str | Path) -> Outcome:
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Hipmap's own knowledge."""
    return own_knowledge()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the contract as a case file."""
    path = tmp_path / "example.json"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path
