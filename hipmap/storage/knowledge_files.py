"""Gives the knowledge: as it was kept when it was last read, or read anew."""

from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, first_of
from hipmap.storage.kept_knowledge import keep_knowledge, kept_knowledge, made_from


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Gives the knowledge of a folder (hipmap's own if none is named); BadInput names what is wrong first."""
    if folder is not None:
        return _read(folder)
    source = made_from()
    knowledge = kept_knowledge(source)
    if knowledge is None:
        knowledge = _read(None)
        keep_knowledge(knowledge, source)
    return knowledge


def _read(folder: Path | None) -> Knowledge:
    # Most starts read nothing anew, and do without YAML and all that checks the knowledge.
    from hipmap.storage.knowledge_reading import read_knowledge

    knowledge, problems = read_knowledge(folder)
    if problems or knowledge is None:
        raise BadInput(first_of(problems))
    return knowledge
