"""Finds a clinic's overlay file and gives the knowledge with it."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, first_of
from hipmap.storage.data_folder import settings_folder
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.policy.limits import approved_content, governed_overlay, keeps_overlays_out

FILE_NAME = "overlay.yaml"


@dataclass(frozen=True)
class LoadedKnowledge:
    """The knowledge to work with; `refused` says why the clinic's overlay is not part of it."""

    knowledge: Knowledge
    refused: str | None = None


def clinic_overlay() -> Path | None:
    """Gives the overlay that lies in the folder of the person's or the computer's settings, if any."""
    import platformdirs

    folders = [platformdirs.site_config_path("hipmap", appauthor=False)]
    try:
        # On Windows this is where the settings of the window lie, and where a policy lies.
        own = settings_folder() or platformdirs.user_config_path("hipmap", appauthor=False, roaming=True)
        folders.insert(0, own)
    except RuntimeError:
        pass  # a user, as of a service, who has no home folder has no overlay in it either
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)


def load_with_overlay(path: Path | None = None) -> LoadedKnowledge:
    """Gives hipmap's knowledge with the clinic's overlay on it, or without an overlay that is refused."""
    knowledge = load_knowledge()
    if keeps_overlays_out(path):
        return LoadedKnowledge(knowledge)
    governed = governed_overlay(path)
    is_fixed = governed is not None and path is None
    chosen = governed if governed is not None else clinic_overlay()
    if chosen is None:
        return LoadedKnowledge(knowledge)
    content = approved_content(chosen) if is_fixed else None
    # Few have an overlay; its rows are not made ready for the others.
    from hipmap.storage.overlay_reading import read_overlay

    laid, problems = read_overlay(chosen, knowledge, content)
    if laid is None:
        why = first_of(problems, "hipmap knowledge check --overlay")
        if is_fixed:
            # Half of what the clinic decided would be worse than nothing.
            raise BadInput(f"the clinic’s overlay, which the policy asks for, was refused. {why}")
        return LoadedKnowledge(knowledge, f"the clinic’s overlay was refused. {why}")
    return LoadedKnowledge(laid)
