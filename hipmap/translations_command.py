"""`hipmap translations`: tells a translator what is missing, and writes it down to be translated."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hipmap.model.catalogue import Catalogue, Key, Shortcoming, extended, shortcomings
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.model.translation import texts_of
from hipmap.storage.catalogue_files import id_key, read_catalogue, write_catalogue
from hipmap.storage.complaints import refusal
from hipmap.storage.drawing_texts import drawing_texts
from hipmap.storage.interface_texts import interface_sources
from hipmap.storage.library_files import load_library
from hipmap.storage.manual_files import missing_pages
from hipmap.storage.translation_folders import (
    PARTS,
    Part,
    catalogue_path,
    is_language,
    languages_in,
    translations_folder,
)

_INCOMPLETE = 1
_LONGEST = 90

Sources = Mapping[Part, Mapping[Key, str]]


def told(options: argparse.Namespace, knowledge: Knowledge) -> tuple[list[str], int]:
    """Gives the lines of the command and its exit code: 1 while something is missing, outdated or broken."""
    folder = options.folder if options.folder is not None else translations_folder()
    if not folder.is_dir():
        raise refusal("--folder", f"{folder}: there is no such folder; make it, or leave --folder out")
    if options.language is None:
        if options.write:
            raise refusal("--write", "name the language whose catalogues are to be written")
        return _overview(folder, _sources(knowledge)), 0
    _must_be_a_language(options.language)
    sources = _sources(knowledge)
    catalogues = {part: _read(folder, options.language, part) for part in PARTS}
    lines: list[str] = []
    if options.write:
        catalogues = {part: extended(catalogues[part], sources[part]) for part in PARTS}
        for part in PARTS:
            path = catalogue_path(folder, options.language, part)
            write_catalogue(path, catalogues[part], part)
            lines.append(f"wrote {path}")
    lacks = {part: shortcomings(catalogues[part], sources[part]) for part in PARTS}
    lines += [_line(part, lack) for part in PARTS for lack in lacks[part]] if not options.write else []
    lines += [_sum(part, lacks[part], len(sources[part])) for part in PARTS]
    untold = missing_pages(options.language)
    lines += [f"missing page of the manual: manual/{options.language}/{name}.md" for name in untold]
    return lines, _INCOMPLETE if untold or any(_wanting(lacks[part]) for part in PARTS) else 0


def _must_be_a_language(code: str) -> None:
    if code == "en":
        raise refusal("en", "English is what is translated; name another language, as de or pt_BR")
    if not is_language(code):
        raise refusal(code, "write a language as de, pt_BR or zh_Hant")


def _sources(knowledge: Knowledge) -> Sources:
    return {
        "interface": interface_sources(),
        "knowledge": _by_key(texts_of(knowledge)),
        "library": _by_key(texts_of(load_library(knowledge)) | drawing_texts()),
    }


def _by_key(texts: Mapping[str, str]) -> dict[Key, str]:
    return {id_key(name): text for name, text in texts.items()}


def _read(folder: Path, language: str, part: Part) -> Catalogue:
    try:
        return read_catalogue(catalogue_path(folder, language, part), language, part)
    except BadInput as problem:
        raise refusal(str(folder), str(problem)) from problem


def _overview(folder: Path, sources: Sources) -> list[str]:
    languages = languages_in(folder)
    if not languages:
        return ["there is no translation yet; `hipmap translations LANGUAGE --write` begins one"]
    return [f"{language}: {', '.join(_shares(folder, language, sources))}" for language in languages]


def _shares(folder: Path, language: str, sources: Sources) -> Iterator[str]:
    for part in PARTS:
        lacks = shortcomings(_read(folder, language, part), sources[part])
        yield f"{part} {len(sources[part]) - len(_wanting(lacks))} of {len(sources[part])}"


def _wanting(lacks: Iterable[Shortcoming]) -> list[Shortcoming]:
    return [lack for lack in lacks if lack.lack != "unknown"]


def _line(part: Part, lack: Shortcoming) -> str:
    place = lack.key.context if part == "interface" else f"{lack.key.context}.{lack.key.name}"
    text = " ".join(lack.source.split())
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"{lack.lack} {part} {place}: {f'{lack.why}: ' if lack.why else ''}{text}"


def _sum(part: Part, lacks: list[Shortcoming], of: int) -> str:
    counts = Counter(lack.lack for lack in lacks)
    done = of - len(_wanting(lacks))
    return (
        f"{part}: {done} of {of} texts translated; {counts['missing']} missing, {counts['outdated']} "
        f"outdated, {counts['broken']} with a broken place for a value, {counts['unknown']} no longer used"
    )
