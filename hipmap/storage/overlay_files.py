"""Finds a clinic's overlay file and gives the knowledge with it."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, first_of
from hipmap.storage.data_folder import settings_folder
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.policy.limits import governed_overlay, must_be_the_approved

FILE_NAME = "overlay.yaml"


@dataclass(frozen=True)
class LoadedKnowledge:
    """The knowledge to work with; `refused` says why the clinic's overlay is not part of it."""

    knowledge: Knowledge
    refused: str | None = None


def clinic_overlay() -> Path | None:
    """Gives the overlay that lies in the folder of the person's or the computer's settings, if any."""
    import platformdirs

    own = settings_folder() or platformdirs.user_config_path("hipmap")
    folders = (own, platformdirs.site_config_path("hipmap"))
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)


def load_with_overlay(path: Path | None = None) -> LoadedKnowledge:
    """Gives hipmap's knowledge with the clinic's overlay on it, or without an overlay that is refused."""
    knowledge = load_knowledge()
    governed = governed_overlay(path)
    is_fixed = governed is not None and path is None
    chosen = governed if governed is not None else clinic_overlay()
    if chosen is None:
        return LoadedKnowledge(knowledge)
    if is_fixed:
        must_be_the_approved(chosen)
    # Few have an overlay; its rows are not made ready for the others.
    from hipmap.storage.overlay_reading import read_overlay

    laid, problems = read_overlay(chosen, knowledge)
    if laid is None:
        why = first_of(problems, "hipmap knowledge check --overlay")
        if is_fixed:
            # Half of what the clinic decided would be worse than nothing.
            raise BadInput(f"the clinic’s overlay, which the policy asks for, was refused. {why}")
        return LoadedKnowledge(knowledge, f"the clinic’s overlay was refused. {why}")
    return LoadedKnowledge(laid)
