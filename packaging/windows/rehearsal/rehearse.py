r"""Rehearses the Windows installer under wine, and writes what happened to a report.

    python3 rehearse.py SETUP.exe FOLDER [NEWER-SETUP.exe]

FOLDER must be empty or missing; it gets the wine prefixes, the report, the picture and the letter. It needs
the wine, wine64 and wine32:i386 of Debian 13 (10.0), and gcc-mingw-w64-x86-64. NEWER-SETUP.exe, of a higher
version, is installed over the first one. It is a rehearsal on something that is not Windows: it shows that
the installer does what it says and that the program starts, not that all is well on a real Windows.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from windows.rehearsal.wine import Prefix, Report, into, stand_in

PLACE = "C:\\Praxis Müller 骨\\hip map"
PROGRAM = f"{PLACE}\\program"
DATA = "C:\\Daten übersicht"
VAULT = f"{DATA}\\records"
OWN = "HKCU\\Software\\hipmap"
EXAMPLE = f"{PROGRAM}\\site\\hipmap\\assets\\examples\\hip_joint.json"
PASSPHRASE = "only for a rehearsal 7\n"
PAINT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from hipmap.command_line import main
from hipmap.storage.assets import asset
case = str(asset("examples/hip_joint.json"))
sys.exit(main(["window", case, "--picture", sys.argv[1], "--size", "1366x768"]))
"""


def refusals(report: Report, setup: Path, folder: Path) -> None:
    """A Windows that is too old, or of 32 bits."""

    def refused(prefix: Prefix) -> tuple[bool, str]:
        code, said = prefix.setup(setup)
        there = list(prefix.folder.glob("drive_c/users/*/AppData/Local/Programs/hipmap"))
        return code == 2 and bool(said) and not there, f"exit {code}: {said}"

    old = Prefix(folder / "old").made("win7")
    report.step("Windows 7 is refused, nothing written", lambda: refused(old))
    small = Prefix(folder / "small", 32).made()
    report.step("a Windows of 32 bits is refused, nothing written", lambda: refused(small))


def without_a_library(report: Report, prefix: Prefix, setup: Path) -> None:
    """A Windows that lacks what Qt asks of it, as wine does until it has the stand-in."""

    def refused() -> tuple[bool, str]:
        code, said = prefix.setup(setup, *into(PLACE))
        return code == 2 and "updates of Windows" in said and not prefix.path(
            PLACE
        ).exists(), f"exit {code}: {said}"

    report.step("where a library of Windows is missing, it is refused and taken away", refused)


def installed_whole(report: Report, prefix: Prefix, setup: Path) -> None:
    """What a silent install leaves: a whole copy that runs under the data folder that was named."""

    def installed() -> tuple[bool, str]:
        code, said = prefix.setup(setup, f"/DATA={DATA}", *into(PLACE))
        held = prefix.path(f"{PROGRAM}\\hipmap.exe").is_file()
        left = [
            name for name in prefix.names(PLACE) if name not in ("program", "policy.toml", "uninstall.exe")
        ]
        return code == 0 and held and not left and "Müller 骨" in said, f"exit {code}: {said} {left}"

    def checked() -> tuple[bool, str]:
        code, said = prefix.run(f"{PROGRAM}\\python.exe", f"{PROGRAM}\\check_copy.py")
        kept = list(prefix.path(PROGRAM).glob("site/hipmap/storage/__pycache__/kept_knowledge*.pickle"))
        return code == 0 and len(kept) == 1, f"{said} knowledge kept: {len(kept)}"

    def console() -> tuple[bool, str]:
        code, said = prefix.run(f"{PROGRAM}\\hipmap-console.exe", "policy")
        return code == 0 and DATA in said, said

    report.step("silent install for one user, a path with spaces and signs", installed)
    report.step("the installed copy is whole and runs, its knowledge lies ready", checked)
    report.step("hipmap-console.exe; the data folder that /DATA named is in force", console)


def used(report: Report, prefix: Prefix, folder: Path) -> None:
    """The road of a person: look, assess, write, open."""

    def painted() -> tuple[bool, str]:
        code, said = prefix.run(f"{PROGRAM}\\python.exe", "-c", PAINT, "C:\\window.png")
        size = prefix.taken("C:\\window.png", folder)
        return code == 0 and size > 20_000, f"exit {code} {said}"

    def assessed() -> tuple[bool, str]:
        code, said = prefix.run(f"{PROGRAM}\\hipmap-console.exe", "assess", EXAMPLE)
        return code == 0 and "hipmap-assessment/1" in said, said

    def written() -> tuple[bool, str]:
        letter = ("report", EXAMPLE, "--kind", "letter", "-o", "C:\\letter.pdf")
        people = ("--to", "Dr Öz", "--name", "A B")
        code, said = prefix.run(f"{PROGRAM}\\hipmap-console.exe", *letter, *people)
        return code == 0 and prefix.taken("C:\\letter.pdf", folder) > 10_000, f"exit {code} {said}"

    def opens_with() -> tuple[bool, str]:
        _, own = prefix.run("reg", "query", "HKCU\\Software\\Classes\\hipmap.handover\\shell\\open\\command")
        _, case = prefix.run("reg", "query", "HKCU\\Software\\Classes\\.json\\OpenWithProgids")
        return "hipmap.exe" in own and "hipmap.case" in case, own

    report.step("the window painted without a screen", painted)
    report.step("a case assessed", assessed)
    report.step("a letter written as PDF", written)
    report.step("hand-overs open with hipmap, cases may", opens_with)


def replaced(report: Report, prefix: Prefix, setup: Path, newer: Path | None) -> None:
    """Installed over itself or by a higher version, with records of the first: what is data stays."""

    def made() -> tuple[bool, str]:
        prefix.path(DATA).mkdir(exist_ok=True)
        command = (f"{PROGRAM}\\hipmap-console.exe", "records", "create", VAULT, "--name", "Ada")
        code, _ = prefix.run(*command, given=PASSPHRASE * 2)
        return code == 0 and prefix.path(VAULT).is_dir(), f"exit {code}"

    def put_over(another: Path) -> tuple[bool, str]:
        note = prefix.path(PROGRAM) / "a note of somebody.txt"
        note.write_text("x")
        code, said = prefix.setup(another, *into(PLACE))
        stays = note.exists()
        note.unlink(missing_ok=True)
        _, ruled = prefix.run(f"{PROGRAM}\\hipmap-console.exe", "policy")
        return code == 0 and stays and DATA in ruled, f"exit {code}: {said}"

    def opened() -> tuple[bool, str]:
        command = (f"{PROGRAM}\\hipmap-console.exe", "records", "verify", VAULT, "--user", "Ada")
        code, said = prefix.run(*command, given=PASSPHRASE)
        _, version = prefix.run(f"{PROGRAM}\\hipmap-console.exe", "--version")
        return code == 0, f"{version}: {said}"

    def older() -> tuple[bool, str]:
        before = prefix.path(f"{PROGRAM}\\VERSION").read_text()
        code, said = prefix.setup(setup, *into(PLACE))
        same = prefix.path(f"{PROGRAM}\\VERSION").read_text() == before
        return code == 2 and "newer" in said and same, f"exit {code}: {said}"

    report.step("records made with it, encrypted", made)
    if newer is None:
        report.step("installed again over itself, the policy kept", lambda: put_over(setup))
    else:
        report.step("a higher version installed over it, the policy kept", lambda: put_over(newer))
        report.step("the lower version over it is refused, nothing is changed", older)
    report.step("the records open and are whole", opened)


def refused_in_place(report: Report, prefix: Prefix, setup: Path) -> None:
    """A running copy, a newer version, a folder of someone else."""

    def running() -> tuple[bool, str]:
        program = prefix.start(f"{PROGRAM}\\python.exe", "-c", "print(1, flush=True); input()")
        assert program.stdout is not None
        program.stdout.readline()
        prefix.path("C:\\setup.log").unlink(missing_ok=True)
        code, _ = prefix.run(str(setup), "/S", "/LOG=C:\\setup.log", *into(PLACE))
        said = prefix.log()
        program.communicate(b"\n")
        held = prefix.path(f"{PROGRAM}\\hipmap.exe").is_file()
        return code == 2 and "running" in said and held, f"exit {code}: {said}"

    def newer() -> tuple[bool, str]:
        prefix.run("reg", "add", OWN, "/v", "VersionNumber", "/t", "REG_DWORD", "/d", "0xf0000000", "/f")
        code, said = prefix.setup(setup, *into(PLACE))
        prefix.run("reg", "add", OWN, "/v", "VersionNumber", "/t", "REG_DWORD", "/d", "1", "/f")
        return code == 2 and "newer" in said, f"exit {code}: {said}"

    def anothers() -> tuple[bool, str]:
        prefix.run("reg", "delete", OWN, "/v", "InstallDir", "/f")
        theirs = prefix.path("C:\\theirs")
        theirs.mkdir()
        (theirs / "letter.txt").write_text("x")
        code, said = prefix.setup(setup, "/D=C:\\theirs")
        prefix.run("reg", "add", OWN, "/v", "InstallDir", "/d", PLACE, "/f")
        return code == 2 and prefix.names("C:\\theirs") == ["letter.txt"], f"exit {code}: {said}"

    report.step("while it runs, an install is refused and nothing is changed", running)
    report.step("an older version over a newer one is refused", newer)
    report.step("a folder that holds something else is refused", anothers)


def refused_options(report: Report, prefix: Prefix, setup: Path) -> None:
    """A second place, one on no drive, one open to everybody, and an option that there is not."""

    def told(option: str, expected: str) -> tuple[bool, str]:
        code, said = prefix.setup(setup, option)
        return code == 2 and expected in said, f"exit {code}: {said}"

    def unguarded() -> tuple[bool, str]:
        code, said = prefix.setup(setup, "/ALLUSERS", "/D=C:\\open\\hipmap")
        return code == 2 and "below" in said and not prefix.path("C:\\open").exists(), f"exit {code}: {said}"

    report.step("a second copy elsewhere is refused", lambda: told("/D=C:\\second", "already"))
    report.step("a folder on no drive is refused", lambda: told("/D=Q:\\hipmap", "drive"))
    report.step("for everyone, a folder that others can write to is refused", unguarded)
    report.step("a mistyped option is refused", lambda: told("/DATTA=C:\\x", "no option"))


def removed(report: Report, prefix: Prefix) -> None:
    def gone() -> tuple[bool, str]:
        code, said = prefix.setup(f"{PLACE}\\uninstall.exe")
        left = prefix.names(PLACE)
        menu = [str(one) for one in prefix.folder.glob("drive_c/**/hipmap.lnk")]
        _, keys = prefix.run("reg", "query", "HKCU\\Software", "/s", "/f", "hipmap")
        known = [line for line in keys.splitlines() if line.startswith("HKEY") and "Wine" not in line]
        kept = left == ["policy.toml"] and prefix.path(VAULT).is_dir()
        well = code == 0 and kept and not menu and not known
        return well, f"exit {code} {said}; left: {left[:3] + menu}; keys: {known[:5]}"

    report.step("silent uninstall leaves nothing but the data and the policy", gone)


def main(arguments: list[str]) -> int:
    """Runs all steps; 1 where one did not come out as it should."""
    if len(arguments) not in (2, 3):
        print("\n".join((__doc__ or "").splitlines()[:3]))
        return 2
    setup, folder, *more = (Path(one).resolve() for one in arguments)
    folder.mkdir(parents=True, exist_ok=True)
    report = Report(folder / "report.txt")
    prefix = Prefix(folder / "today").made()
    without_a_library(report, prefix, setup)
    stand_in(prefix)
    installed_whole(report, prefix, setup)
    used(report, prefix, folder)
    replaced(report, prefix, setup, more[0] if more else None)
    refused_in_place(report, prefix, more[0] if more else setup)
    refused_options(report, prefix, more[0] if more else setup)
    removed(report, prefix)
    refusals(report, setup, folder)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
