"""Reads the knowledge: every file of `assets/knowledge`, checked row by row and then as a whole."""

import hashlib
from pathlib import Path
from typing import Any

from hipmap.model.conditions import Condition, Origin, Priors
from hipmap.model.evidence import Source
from hipmap.model.findings import Finding
from hipmap.model.imaging import ImagingRule
from hipmap.model.knowledge import Knowledge, Manifest
from hipmap.model.knowledge_check import check_knowledge
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.model.problems import BadInput, Problem
from hipmap.model.red_flags import RedFlag
from hipmap.model.referral import Referral
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.model.urgency_texts import EmergencyNumber, SafetyNet
from hipmap.storage.assets import asset
from hipmap.storage.body_files import BODY_FILES, body_from
from hipmap.storage.rows import Row, row_of, rows_of
from hipmap.storage.strict_yaml import parse_yaml


def read_knowledge(folder: Path | None = None) -> tuple[Knowledge | None, list[Problem]]:
    """Gives the knowledge and all that is wrong with it; None if it cannot be put together at all."""
    root = folder if folder is not None else asset("knowledge")
    reader = _Reader(root)
    try:
        knowledge = reader.knowledge()
    except BadInput as error:
        return None, [*reader.problems, Problem("", "", "", str(error))]
    if knowledge is None or reader.problems:
        return None, reader.problems
    return knowledge, check_knowledge(knowledge, reader.file_of)


def knowledge_bytes(path: Path, name: str) -> bytes:
    """Gives what is in a knowledge file; BadInput by its name if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{name}: this knowledge file cannot be read ({error.strerror}); put it back"
        ) from error


class _Reader:
    """Reads one folder of knowledge, collecting problems and the digest of every byte read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._digest = hashlib.sha256()
        self.problems: list[Problem] = []
        self.file_of: dict[str, str] = {}

    def knowledge(self) -> Knowledge | None:
        """Gives the knowledge, or None when a row of the single-row files is wrong."""
        zones, words = (asset(name).read_bytes() for name in BODY_FILES)
        self._digest.update(zones)
        self._digest.update(words)
        body = body_from(zones, words, self.problems)
        manifest = self._one("manifest.yaml", Manifest)
        priors = self._one("priors.yaml", Priors)
        referral = self._one("referral_maps.yaml", Referral)
        sources = self._many("sources", "sources", Source)
        findings = self._many("findings", "findings", Finding)
        origins = self._rows("origins.yaml", "origins", Origin)
        conditions = self._rows("conditions.yaml", "conditions", Condition)
        red_flags = self._rows("red_flags.yaml", "red_flags", RedFlag)
        imaging = self._rows("imaging_rules.yaml", "imaging_rules", ImagingRule)
        nets = self._rows("safety_nets.yaml", "safety_nets", SafetyNet)
        numbers = self._rows("emergency_numbers.yaml", "emergency_numbers", EmergencyNumber)
        unsafe = self._rows("unsafe_tests.yaml", "unsafe_tests", UnsafeTest)
        opposed = self._rows("opposed_answers.yaml", "opposed_answers", OpposedAnswers)
        if manifest is None or priors is None or referral is None or self.problems:
            return None
        return Knowledge(
            manifest=manifest, digest=self._digest.hexdigest(), body=body, sources=sources, origins=origins,
            conditions=conditions, priors=priors, findings=findings, referral=referral, red_flags=red_flags,
            imaging_rules=imaging, safety_nets=nets, emergency_numbers=numbers,
            unsafe_tests=unsafe, opposed_answers=opposed,
        )  # fmt: skip

    def _data(self, name: str) -> Any:
        text = knowledge_bytes(self._root / name, name)
        self._digest.update(name.encode() + b"\0" + text)
        return parse_yaml(text, name)

    def _one(self, name: str, kind: type[Row]) -> Row | None:
        return row_of(self._data(name), kind, name, "", self.problems)

    def _rows(self, name: str, key: str, kind: type[Row]) -> tuple[Row, ...]:
        rows = rows_of(self._data(name), key, kind, name, self.problems)
        for row in rows:
            self.file_of[f"{key}:{getattr(row, 'id', '')}"] = name
        return rows

    def _many(self, folder: str, key: str, kind: type[Row]) -> tuple[Row, ...]:
        names = sorted(path.name for path in (self._root / folder).glob("*.yaml"))
        return tuple(row for name in names for row in self._rows(f"{folder}/{name}", key, kind))
