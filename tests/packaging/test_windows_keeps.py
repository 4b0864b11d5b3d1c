"""What the installer for Windows keeps: a policy, the rights of its place, and what is not hipmap's."""

import re
import tomllib
from pathlib import Path

import pytest
from setup_steps.layout import ROOT
from setup_steps.obstacle import FailedStep
from windows import installer, tree
from windows.check_copy import main as check_copy

WINDOWS = Path(installer.__file__).parent
INSTALL_PAGE = ROOT / "assets" / "manual" / "en" / "install.md"
TRIAL = (WINDOWS / "try_on_windows.ps1").read_text(encoding="ascii")


def script(name: str, function: str = "") -> str:
    """Gives a file of the installer, or what stands in one of its functions or sections."""
    text = (WINDOWS / name).read_text(encoding="utf-8")
    return text.partition(function)[2].partition("\nFunctionEnd")[0] if function else text


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program.new"
    folder.mkdir()
    (folder / "hipmap.exe").write_text("hipmap.exe")
    tree.seal(folder, 1_700_000_000)
    return folder


@pytest.fixture
def policy(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy beside the program, whose check runs; the computer has none of its own."""
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    monkeypatch.setattr("hipmap.storage.policy.places.system_folder", lambda: tmp_path / "system")
    return tmp_path / "policy.toml"


def with_data(policy: Path, folder: str) -> int:
    return check_copy(["--policy", str(policy.with_suffix(".new")), f"--data={folder}"])


def test_the_data_folder_is_changed_and_the_rest_of_a_policy_is_kept(policy: Path) -> None:
    assert with_data(policy, "S:\\first") == 0
    written = policy.with_suffix(".new").read_text(encoding="utf-8")
    assert tomllib.loads(written)["data"] == {"folder": "S:\\first"}
    policy.write_text(
        written.replace("[records]", "[records]\nlock_minutes_most = 5  # the board's"), encoding="utf-8"
    )
    assert with_data(policy, "S:\\second") == 0
    wanted = policy.read_text(encoding="utf-8").replace("S:\\first", "S:\\second")
    assert policy.with_suffix(".new").read_text(encoding="utf-8") == wanted
    assert "lock_minutes_most = 5  # the board's" in wanted


def test_a_wrong_policy_is_named_and_not_replaced(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy.write_text('schema = "hipmap-policy/1"\nrecords.lock = 5\n', encoding="utf-8")
    assert with_data(policy, "S:\\second") == 5
    assert f"{policy}: line 2, column 9: records.lock: there is no such key" in capsys.readouterr().out
    assert policy.read_text(encoding="utf-8").endswith("records.lock = 5\n")


def test_a_policy_that_comes_first_is_told(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = policy.with_name("system") / "policy.toml"
    first.parent.mkdir()
    first.write_text('schema = "hipmap-policy/1"\n', encoding="utf-8")
    assert with_data(policy, "S:\\here") == 0
    assert f"The policy {first} comes first" in capsys.readouterr().out


def test_a_policy_that_was_there_is_replaced_as_a_file_and_keeps_its_rights() -> None:
    placed = script("hipmap.nsi", "Function PutInPlace")
    assert placed.index("ReplaceFileW") < placed.index('Delete "$INSTDIR\\policy.toml"')


def test_for_everyone_it_goes_only_where_an_administrator_alone_may_write() -> None:
    """A folder that is made elsewhere on a drive can be changed by every user."""
    guarded = script("checks.nsh", "Function MustBeGuarded")
    assert "$ForAll == 1" in guarded
    assert "GetFullPathNameW" in guarded
    assert '$2 != "$PROGRAMFILES64\\"' in guarded
    assert "Call MustBeGuarded" in script("checks.nsh", "Function MustFit")
    examples = re.findall(
        r"^.*setup\.exe .*/ALLUSERS.*$", INSTALL_PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert examples
    assert all(re.search(r" /D=C:\\Program Files\\\w+$", one) for one in examples)


def test_the_uninstaller_of_everyones_copy_asks_for_the_rights_it_needs_once() -> None:
    asked = script("removal.nsh", "Function un.AskForRights")
    assert asked.index("${IfNot} ${Silent}") < asked.index('$Raised == ""') < asked.index('ExecShell "runas"')
    assert '"/RAISED $R0"' in asked
    assert asked.rstrip().endswith("Call un.Refuse")
    assert '$R1 == "/RAISED"' in script("options.nsh")
    assert "Call un.AskForRights" in script("removal.nsh", "Function un.onInit")


def test_what_is_not_on_the_list_is_moved_and_never_deleted() -> None:
    own = script("own_files.nsh")
    assert "RMDir /r" not in own
    assert set(re.findall(r"Delete \"([^\"]+)\"", own)) == {
        "$R8\\FILES.sha256", "$R8\\*.pyc", "$R8\\*.pickle",
    }  # fmt: skip
    caches = own.index('$R7 == "__pycache__"')
    assert caches < own.index('Delete "$R8\\*.pyc"') < own.index("${EndIf}", caches)
    for name in ("hipmap.nsi", "removal.nsh"):
        assert set(re.findall(r'RMDir /r "([^"]+)"', script(name))) == {"$INSTDIR\\program.new"}


def test_the_list_can_be_read_by_an_installer_that_knows_one_code_page(tmp_path: Path) -> None:
    """It takes the name from the 67th sign of a line to its end."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a b.py").write_text("x")
    tree.seal(tmp_path, 1_700_000_000)
    (line,) = (tmp_path / "FILES.sha256").read_bytes().splitlines(keepends=True)
    assert line[66:] == b"site/a b.py\n"
    (tmp_path / "Müller.py").write_text("x")
    with pytest.raises(FailedStep, match="Müller"):
        tree.seal(tmp_path, 1_700_000_000)


def test_the_policy_stays_unless_somebody_says_that_it_goes() -> None:
    assert re.search(
        r'\$\(removePolicy\)" /SD IDNO IDNO \+2\n +Delete "\$INSTDIR\\policy\.toml"', script("removal.nsh")
    )
    assert script("removal.nsh").count('policy.toml"') == 2


def test_the_script_for_a_real_windows_is_not_stopped_by_a_line_of_a_program() -> None:
    """Under 'Stop', PowerShell 5.1 takes the first line that a program writes to its errors for its own."""
    redirected = [part for part in re.split(r"\nfunction ", TRIAL) if "2>&1" in part]
    (called,) = redirected
    assert called.startswith("Invoke-Program(")
    assert called.index("$ErrorActionPreference = 'Continue'") < called.index("2>&1")
    assert TRIAL.count("2>&1") == 1


def test_the_script_for_a_real_windows_closes_the_window_without_hiding_what_went_wrong() -> None:
    closing = TRIAL.partition("function Close-Window")[2].partition("\n}")[0]
    assert (
        closing.index("try {")
        < closing.index("HasExited")
        < closing.index("CloseMainWindow")
        < closing.index("catch")
    )
    assert TRIAL.count("CloseMainWindow") == 1


def test_the_script_for_a_real_windows_takes_away_what_it_installed_whatever_stops_it() -> None:
    last = TRIAL.rpartition("} finally {")[2]
    assert "Invoke-Uninstall" in last
    assert "Remove-Item -LiteralPath $base" in last
