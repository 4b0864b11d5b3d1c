"""Works with records in the window as people do, and searches every place for the words that they typed.

    python -m tests.faults.canary_search

The home and the temporary folder are empty ones of its own, and nothing that the tests wrote is taken away;
what was written meanwhile to the usual places is searched as well.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.killed_writers import ROOT
from tests.storage.records.small_vaults import PASSPHRASE

# A note, a name and a passphrase of the tests of records in the window; a folder chosen in a dialog of files.
WORDS = ("a note that is private", "Łąka", "Jörg", PASSPHRASE, "Canary Folder")
ELSEWHERE = ("/dev/shm", "/var/tmp", "/var/log", "/run/user", str(Path.home()))
TESTS = (
    "tests/end_to_end/test_nothing_kept.py",
    *sorted(map(str, ROOT.glob("tests/end_to_end/test_records_*.py"))),
)


def files_of(root: Path, begun: float) -> Iterator[Path]:
    """Gives the plain files below a folder that were written since."""
    for folder, _, names in os.walk(root):
        if ROOT in (Path(folder), *Path(folder).parents):
            continue  # where the tests themselves stand
        for name in names:
            path = Path(folder, name)
            try:
                if path.is_file() and not path.is_symlink() and path.stat().st_mtime >= begun:
                    yield path
            except OSError:
                continue


def hits_in(paths: Iterator[Path]) -> tuple[int, list[str]]:
    """Gives how many files were searched, and each word that could be read in one."""
    wanted = [(word, word.encode(code)) for word in WORDS for code in ("utf-8", "utf-16-le", "utf-16-be")]
    searched, hits = 0, list[str]()
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            continue
        searched += 1
        hits += [f"{path}: {word}" for word, sign in wanted if sign in content]
    return searched, hits


def work_in(folder: Path) -> int:
    """Runs the tests of records in the window; gives their exit code."""
    home, temporary = folder / "home", folder / "temporary"
    home.mkdir()
    temporary.mkdir(mode=0o700)
    places = dict.fromkeys(("TMPDIR", "SQLITE_TMPDIR", "XDG_RUNTIME_DIR"), str(temporary))
    places |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    command = [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider"]
    command += ["-o", "tmp_path_retention_policy=all", f"--basetemp={folder / 'kept'}", *TESTS]
    environment = {**os.environ, **places, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main() -> int:
    """Exit code 1 if a word was found, or if the search would not find one that is there."""
    begun = time.time()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        failed = work_in(folder)
        searched, hits = hits_in(files_of(folder, begun))
        more, others = hits_in(path for place in ELSEWHERE for path in files_of(Path(place), begun))
        (folder / "planted").write_text(WORDS[0], encoding="utf-16-le")
        finds = bool(hits_in(files_of(folder, begun))[1])
    sys.stdout.writelines(f"{hit}\n" for hit in (*hits, *others))
    found = len(hits) + len(others)
    sys.stdout.write(f"searched: {searched} files of the work, {more} others; words found: {found}\n")
    return int(bool(failed or hits or others or not finds or searched < len(TESTS)))


if __name__ == "__main__":
    sys.exit(main())
