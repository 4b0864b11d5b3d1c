"""A clinic's own copy of the knowledge, into which a test puts one mistake."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_reading import read_knowledge
from hipmap.storage.library_files import read_library
from tests.case_builders import ROOT

NEW_FINDING = """
findings:
  - id: clinic_question
    kind: history
    who: both
    patient: Does it hurt on the bus?
    clinician: Worse on the bus
    background: {kind: judged, p: 0.2}
    cells:
      hip_osteoarthritis: often
"""
NEW_CHOICE = """
findings:
  - id: clinic_question
    kind: history
    who: both
    answer: choice
    options:
      - {id: bus, patient: On the bus, clinician: Bus}
      - {id: train, patient: On the train, clinician: Train}
    patient: Where does it hurt?
    clinician: Vehicle
    background: {kind: judged, options: {bus: 0.6, train: 0.4}}
    cells:
      hip_osteoarthritis: {kind: judged, options: {bus: 0.7, train: 0.3}}
"""


class ClinicFolder:
    """A copy of hipmap's knowledge that may be changed; its library is copied where a test spoils it."""

    def __init__(self, folder: Path, *, with_library: bool = False) -> None:
        left_out = None if with_library else shutil.ignore_patterns("library")
        self.path = Path(
            shutil.copytree(ROOT / "assets" / "knowledge", folder / "knowledge", ignore=left_out)
        )

    def write(self, name: str, text: str | bytes) -> None:
        """Writes a file into the folder."""
        (self.path / name).write_bytes(text.encode() if isinstance(text, str) else text)

    def prepend(self, name: str, text: str) -> None:
        """Writes lines before the first line of a file."""
        self.write(name, text.encode() + (self.path / name).read_bytes())

    def change(self, name: str, changes: Iterable[Callable[[Any], object]] = ()) -> None:
        """Writes a file anew with changes in its data, as an editor would change its text."""
        path = self.path / name
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        for change in changes:
            change(data)
        self.write(name, yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))

    def problems(self) -> list[str]:
        """Everything that is wrong with the folder, as it is shown; each problem is one line."""
        found = [str(problem) for problem in read_knowledge(self.path)[1]]
        assert all(len(line.splitlines()) == 1 for line in found), found
        return found

    def library_problems(self, knowledge: Knowledge | None = None) -> list[str]:
        """Everything that is wrong with a sound knowledge and the library, in the copy where it has one."""
        if knowledge is None:
            knowledge, problems = read_knowledge(self.path)
            assert knowledge is not None
            assert not problems, problems
        own = self.path / "library"
        found = read_library(knowledge, own if own.is_dir() else None)[1]
        assert all(len(str(problem).splitlines()) == 1 for problem in found), found
        return [str(problem) for problem in found]
