"""Leaves of ICU's data what Qt asks for: 14 of 32 MB are words and rules that nothing in hipmap can reach.

Of ICU's functions QtCore names those that sort text, read old character sets and know time zones, and no
others (its own tables serve dates, numbers and line breaks). So the words for currencies, units, languages
and numbers that are spelt out, dictionaries for word breaks and rules between scripts are left out.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

from setup_steps.obstacle import FailedStep

from release_steps.release import Release, run_tool

KEPT = frozenset({"", "coll", "region", "zone"})
"""Folders of the data that stay; the nameless one holds what all others build on, and character sets."""
NEEDED_OF_ICU = ("ucol_", "ucnv_", "UCNV_", "ucal_", "u_strToLower", "u_strToUpper")
"""How the functions begin that the kept data serve."""
_SOURCE = """\
    .section .rodata
    .globl {name}
    .type {name}, %object
    .balign 16
{name}:
    .incbin "{data}"
    .size {name}, . - {name}
    .section .note.GNU-stack, "", %progbits
"""


def trim_icu_data(libraries: Path, release: Release) -> None:
    """Writes libicudata in a folder of libraries anew, with the kept data; refuses a Qt that needs more."""
    for library in libraries.glob("libicudata.so.*"):
        must_need_no_more(libraries / "libQt6Core.so.6")
        write_library(library, kept_of(package_within(library)), release)


def must_need_no_more(core: Path) -> None:
    """Stops the build if QtCore calls functions of ICU for which data are left out."""
    done = subprocess.run(["objdump", "-T", str(core)], capture_output=True, text=True, check=True)
    asked = re.findall(r"\b(u[A-Za-z_]+|UCNV_\w+?)_\d\d$", done.stdout, re.MULTILINE)
    others = sorted({name for name in asked if not name.startswith(NEEDED_OF_ICU)})
    if others or not asked:
        raise FailedStep(f"Qt asks ICU for {', '.join(others) or 'nothing'}: see {__name__}.")


def package_within(library: Path) -> bytes:
    """The data of ICU, which are all that stands in the section for constants."""
    command = ["objdump", "-h", "-j", ".rodata", str(library)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r" \.rodata +([0-9a-f]+) +[0-9a-f]+ +[0-9a-f]+ +([0-9a-f]+) ", told)
    size, start = (int(number, 16) for number in found.groups()) if found else (0, 0)
    package = library.read_bytes()[start : start + size]
    if package[2:4] != b"\xda\x27" or package[12:16] != b"CmnD":
        raise FailedStep(f"{library.name} holds no package of ICU's data.")
    return package


def entries_of(package: bytes) -> dict[str, tuple[int, int]]:
    """Each entry's name, and where it begins and ends behind the head."""
    (head,) = struct.unpack_from("<H", package)
    body = memoryview(package)[head:]
    (count,) = struct.unpack_from("<I", body)
    table = list(struct.iter_unpack("<II", body[4 : 4 + 8 * count]))
    ends = [start for _, start in table[1:]] + [len(body)]
    names = (bytes(body[place : place + 256]).partition(b"\0")[0].decode() for place, _ in table)
    return {name: (start, end) for name, (_, start), end in zip(names, table, ends, strict=True)}


def kept_of(package: bytes) -> bytes:
    """A package with the kept entries alone, in the same order, each where ICU may read it."""
    (head,) = struct.unpack_from("<H", package)
    entries = {name: span for name, span in entries_of(package).items() if folder_of(name) in KEPT}
    names, contents = bytearray(), bytearray()
    first_name = 4 + 8 * len(entries)
    spots = []
    for name, (start, end) in entries.items():
        spots.append((first_name + len(names), len(contents)))
        names += name.encode() + b"\0"
        contents += package[head + start : head + end]
        contents += bytes(-len(contents) % 16)
    # The head is a multiple of 16 long, and every entry begins at one.
    names += bytes(-(first_name + len(names)) % 16)
    begin = first_name + len(names)
    table = b"".join(struct.pack("<II", name, begin + content) for name, content in spots)
    return package[:head] + struct.pack("<I", len(entries)) + table + bytes(names) + bytes(contents)


def folder_of(name: str) -> str:
    """`coll` of icudt73l/coll/de.res, nothing of icudt73l/de.res."""
    return "/".join(name.split("/")[1:-1])


def write_library(library: Path, package: bytes, release: Release) -> None:
    """Puts a library of the same name in its place that holds this package, by this machine's linker."""
    name = "icudt{}_dat".format(library.name.rpartition(".")[2])
    with tempfile.TemporaryDirectory() as scratch:
        data, source, made = (Path(scratch) / one for one in ("data", "data.s", "data.o"))
        data.write_bytes(package)
        source.write_text(_SOURCE.format(name=name, data=data), encoding="utf-8")
        run_tool(["as", "-o", str(made), str(source)], release, "the assembler")
        link = ["ld", "-shared", "-soname", library.name, "--build-id=none", "--hash-style=gnu", "-s"]
        run_tool([*link, "-o", str(library), str(made)], release, "the linker")
