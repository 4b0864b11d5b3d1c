"""Finds a clinic's overlay file and gives the knowledge with it."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import first_of
from hipmap.storage.knowledge_files import load_knowledge

FILE_NAME = "overlay.yaml"


@dataclass(frozen=True)
class LoadedKnowledge:
    """The knowledge to work with; `refused` says why the clinic's overlay is not part of it."""

    knowledge: Knowledge
    refused: str | None = None


def clinic_overlay() -> Path | None:
    """Gives the overlay that lies in the folder of the person's or the computer's settings, if any."""
    import platformdirs

    folders = (platformdirs.user_config_path("hipmap"), platformdirs.site_config_path("hipmap"))
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)


def load_with_overlay(path: Path | None = None) -> LoadedKnowledge:
    """Gives hipmap's knowledge with the clinic's overlay on it, or without an overlay that is refused."""
    knowledge = load_knowledge()
    chosen = path if path is not None else clinic_overlay()
    if chosen is None:
        return LoadedKnowledge(knowledge)
    # Few have an overlay; its rows are not made ready for the others.
    from hipmap.storage.overlay_reading import read_overlay

    laid, problems = read_overlay(chosen, knowledge)
    if laid is None:
        why = first_of(problems, "hipmap knowledge check --overlay")
        return LoadedKnowledge(knowledge, f"the clinic’s overlay was refused. {why}")
    return LoadedKnowledge(laid)
