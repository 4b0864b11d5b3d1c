"""Where the catalogues of each language stand; light, because the window asks before it is first painted."""

from pathlib import Path
from typing import Literal, get_args

from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset

Part = Literal["interface", "knowledge", "library"]
PARTS: tuple[Part, ...] = get_args(Part)


def translations_folder() -> Path:
    """Gives the folder in which each language has one of its own."""
    return asset("translations")


def languages_in(folder: Path) -> tuple[str, ...]:
    """Gives the languages that have a catalogue of the interface, by the names of their folders."""
    found = (path.parent.name for path in folder.glob("*/interface.ts"))
    return tuple(sorted(name for name in found if is_language(name)))


def must_be_spoken(language: str) -> None:
    """Raises BadInput for a language that is asked for and has no translation."""
    there = ("en", *languages_in(translations_folder()))
    spoken = (*there, "x_pseudo", "x_rtl")
    if language and language not in spoken:
        raise BadInput(
            f"--language {language}: there is no such translation; give one of {', '.join(spoken)}"
        )
    if language in there:
        from hipmap.storage.policy.limits import fixed_by, offered

        if language not in offered(there):
            raise fixed_by("language.allowed", f"--language {language} is not offered here")


def is_language(code: str) -> bool:
    """Whether this is written like a language: `de`, `pt_BR`, `zh_Hant`."""
    language, _, area = code.partition("_")
    fits = language.isascii() and language.islower() and language.isalpha() and len(language) in (2, 3)
    return fits and (code == language or (area.isascii() and area.isalnum() and len(area) in (2, 3, 4)))


def catalogue_path(folder: Path, language: str, part: Part) -> Path:
    return folder / language / f"{part}.ts"
