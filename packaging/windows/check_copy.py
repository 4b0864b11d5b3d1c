"""Whether a copy of hipmap is whole and runs; lies in the program's folder, and needs nothing but its Python.

    python.exe check_copy.py [--make-ready] [--say FILE] [--policy FILE --data FOLDER]

Every file is compared with FILES.sha256, and a file that is not listed is told. With --make-ready what Python
compiles and what hipmap keeps of its knowledge is written, so that every start is fast and writes nothing.
--policy writes a policy under which new records go to FOLDER; all else that a policy.toml beside it says is
kept. --say writes the sentence for the installer.
"""

import argparse
import hashlib
import io
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path, PureWindowsPath

FILES = "FILES.sha256"
_DAMAGED, _DOES_NOT_RUN, _BAD_DATA = 3, 4, 5
_LONGEST = 700  # a text of the installer holds 1023 signs, with what it says itself


def main(arguments: list[str]) -> int:
    """Says in a sentence what it found."""
    parser = argparse.ArgumentParser(prog="check_copy.py", description="Is this copy of hipmap whole?")
    parser.add_argument("--make-ready", action="store_true", help="compile and keep what every start needs")
    parser.add_argument("--say", type=Path, metavar="FILE", help="write the sentence there, as UTF-16")
    parser.add_argument("--policy", type=Path, metavar="FILE", help="write this policy, which names --data")
    parser.add_argument("--data", default="", metavar="FOLDER")
    options = parser.parse_args(arguments)
    code, sentence = _found(Path(__file__).resolve().parent, make_ready=options.make_ready)
    if code == 0 and options.policy is not None:
        code, sentence = _governed(options.policy, options.data, sentence)
    if options.say is not None:
        # The installer's own way of reading what a program prints knows one code page alone.
        options.say.write_bytes(" ".join(sentence.split())[:_LONGEST].encode("utf-16-le", "replace"))
    print(sentence)
    return code


def _found(folder: Path, *, make_ready: bool) -> tuple[int, str]:
    wrong = list(differences(folder))
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        return _DAMAGED, f"This copy of hipmap is damaged: {wrong[0]}{more}"
    if make_ready:
        # hipmap keeps its knowledge by the same rule; a variable of this computer may forbid it.
        sys.dont_write_bytecode = False
    code, sentence = _runs()
    if code == 0 and make_ready:
        compile_all(folder / "site")
    return code, sentence


def differences(folder: Path) -> Iterator[str]:
    """What is not as it was made; what Python compiled by itself is no difference."""
    lines = [line.partition("  ") for line in (folder / FILES).read_text("utf-8").splitlines()]
    listed = {name: digest for digest, _, name in lines}
    for name, digest in listed.items():
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
        elif digest_of(path) != digest:
            yield f"{name} was changed"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed and name != FILES and path.parent.name != "__pycache__":
            yield f"{name} is not part of it"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def compile_all(folder: Path) -> None:
    """Compiles every module, as Python would when it is first used."""
    import compileall

    compileall.compile_dir(folder, quiet=2)


def _runs() -> tuple[int, str]:
    """Loads what the window needs, and assesses an example as a person would, in this very process."""
    try:
        from PySide6 import QtPrintSupport, QtSvg, QtWidgets  # noqa: F401
    except ImportError as error:
        return _DOES_NOT_RUN, (
            f"hipmap's window cannot be loaded ({error}). If a library is missing, it is one of Windows: "
            "install the updates of Windows, then try again."
        )
    from hipmap import __version__
    from hipmap.storage.assets import asset

    code, said, complaint = _hipmap("assess", str(asset("examples/hip_joint.json")))
    if code != 0 or not said:
        return _DOES_NOT_RUN, f"hipmap {__version__} could not assess its own example. {complaint}"
    return 0, f"hipmap {__version__} is whole and runs."


def _governed(policy: Path, data: str, sentence: str) -> tuple[int, str]:
    if not PureWindowsPath(data).is_absolute():
        return _BAD_DATA, f"{data!r} is no whole path of a folder: begin with a drive (D:\\) or a share."
    there, how = policy.with_suffix(".toml"), "--force"
    if there.is_file():
        shutil.copyfile(there, policy)
        how = "--change"
    code, _, complaint = _hipmap("policy", "write", how, str(policy), f"data.folder={data}")
    if code != 0:
        return _BAD_DATA, complaint.replace(policy.name, str(there), 1)
    return 0, f"{sentence} {_first_policy() or f'New records go to {data}.'}"


def _first_policy() -> str:
    """Says which other policy holds; the one beside the program is none then."""
    from hipmap.storage.policy.places import policy_places

    first = policy_places()[0]
    return f"The policy {first} comes first and decides where new records go." if first.exists() else ""


def _hipmap(*arguments: str) -> tuple[int, str, str]:
    from hipmap.command_line import main as hipmap

    said, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        code = hipmap(arguments)
    return code, said.getvalue().strip(), complained.getvalue().strip()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
