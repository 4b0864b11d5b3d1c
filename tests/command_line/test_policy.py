"""`hipmap policy` shows, checks and writes a policy; nothing else works under a wrong one."""

import tomllib
from pathlib import Path

import pytest

from hipmap.storage.policy.keys import KEYS
from tests.command_line.conftest import Run
from tests.governed import HEAD, governed
from tests.storage.overlays import GOOD


def test_without_a_policy_every_choice_is_the_users(hipmap: Run, tmp_path: Path) -> None:
    shown = hipmap("policy")
    assert shown.code == 0
    assert shown.out.startswith("no policy: every choice is the user's")
    assert shown.out.count(": the user's choice") == len(KEYS)


def test_what_is_fixed_is_shown_with_its_line_and_whom_to_ask(hipmap: Run, tmp_path: Path) -> None:
    with governed(tmp_path, "[records]\nlock_minutes_most = 5\n[exports]\nallowed = []\n") as path:
        shown = hipmap("policy")
    lines = shown.out.splitlines()
    assert f"policy: {path}" in lines
    assert "whom to ask: Ann at the IT desk" in lines
    assert "records.lock_minutes_most = 5 (line 4)" in lines
    assert "exports.allowed = none (line 6)" in lines
    assert "start.desk: the user's choice" in lines


def test_a_policy_that_others_can_write_is_told(hipmap: Run, tmp_path: Path) -> None:
    with governed(tmp_path, "") as path:
        path.chmod(0o666)
        assert f"warning: {path} can be written by everybody" in hipmap("policy").out


def test_every_mistake_of_a_file_is_listed(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "trial.toml"
    path.write_text(HEAD + "[records]\nlock_minute_most = 5\nclear_clipboard = 1\n")
    seen = hipmap("policy", "check", path)
    assert seen.code == 2
    first, second = seen.out.splitlines()
    assert first.startswith(
        "trial.toml: line 4, column 1: records.lock_minute_most: there is no such key; do you mean"
    )
    assert second.startswith("trial.toml: line 5, column 1: records.clear_clipboard: give true or false")
    assert seen.err == "hipmap: trial.toml: 2 problems, listed above\n"


def test_a_right_file_is_said_to_be_right_with_what_may_not_be_meant(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "trial.toml"
    path.write_text(HEAD + "[language]\nallowed = ['tlh']\n[data]\nfolder = '/no/such/folder'\n")
    seen = hipmap("policy", "check", path)
    assert seen.code == 0
    assert seen.out.splitlines() == [
        "note: there is no translation tlh here",
        "note: data.folder: /no/such/folder is not there now, on this computer",
        "trial.toml: no problem found",
    ]


def test_the_overlay_and_the_country_of_a_file_are_checked_too(hipmap: Run, tmp_path: Path) -> None:
    path, overlay = tmp_path / "trial.toml", tmp_path / "overlay.yaml"
    overlay.write_text(GOOD, encoding="utf-8")
    path.write_text(HEAD + "[knowledge]\noverlay = 'overlay.yaml'\n")
    assert hipmap("policy", "check", path).code == 0
    path.write_text(HEAD + f"[knowledge]\noverlay = 'overlay.yaml'\noverlay_sha256 = '{'0' * 64}'\n")
    assert "has the digest" in hipmap("policy", "check", path).complaint
    overlay.write_text(GOOD.replace("clinic:", "clinc:"), encoding="utf-8")
    path.write_text(HEAD + "[knowledge]\noverlay = 'overlay.yaml'\n")
    seen = hipmap("policy", "check", path)
    assert seen.code == 2
    assert "clinc" in seen.out
    path.write_text(HEAD + "[country]\nemergency = 'XX'\n")
    assert "no emergency number is known for XX" in hipmap("policy", "check", path).complaint


def test_a_policy_is_written_with_the_keys_that_are_given(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    keys = (
        "data.folder=S:\\hipmap records",
        "records.lock_minutes_most=10",
        'exports.allowed=["soap"]',
        "contact=IT, ext. 5",
    )
    assert hipmap("policy", "write", path, *keys).code == 0
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {
        "schema": "hipmap-policy/1", "contact": "IT, ext. 5", "start": {}, "language": {}, "country": {},
        "data": {"folder": "S:\\hipmap records"}, "records": {"lock_minutes_most": 10}, "backups": {},
        "knowledge": {}, "exports": {"allowed": ["soap"]},
    }  # fmt: skip
    assert "there is such a file" in hipmap("policy", "write", path).complaint
    assert hipmap("policy", "write", path, "--force").code == 0


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("records.lock=5", "do you mean records.lock_minutes_"),
        ("records.lock_minutes_most=500", "give a whole number from 1 to 60, not 500"),
        ("records", "write KEY=VALUE"),
        ("contact=a'b", "must not have this sign"),
        ("contact=a\nschema = 'x'", "must not have this sign"),
    ],
)
def test_a_wrong_key_is_refused_before_anything_is_written(
    hipmap: Run, tmp_path: Path, key: str, words: str
) -> None:
    assert words in hipmap("policy", "write", tmp_path / "policy.toml", key).complaint
    assert list(tmp_path.iterdir()) == []


def test_under_a_wrong_policy_nothing_works_and_one_line_says_why(
    hipmap: Run, example: Path, tmp_path: Path
) -> None:
    with governed(tmp_path, "[records]\nlock = 5"):
        for command in (("assess", example), ("vocabulary",), ("records", "verify", tmp_path), ("policy",)):
            told = hipmap(*command).complaint
            assert "line 4, column 1: records.lock: there is no such key" in told
            assert "tell Ann at the IT desk" in told
        trial = tmp_path / "trial.toml"
        trial.write_text(HEAD)
        assert hipmap("policy", "check", trial).code == 0


def test_a_report_that_may_not_leave_is_refused(hipmap: Run, example: Path, tmp_path: Path) -> None:
    with governed(tmp_path, "[exports]\nallowed = ['soap']"):
        assert hipmap("report", example, "--kind", "soap").code == 0
        target = tmp_path / "map.svg"
        assert (
            "map may not leave hipmap on this computer" in hipmap("report", example, "-o", target).complaint
        )
        rows = hipmap("records", "rows", tmp_path, "-o", tmp_path / "rows.csv")
        assert rows.code == 2
    assert not target.exists()


def test_the_country_of_the_policy_is_told_without_being_asked_for(hipmap: Run, tmp_path: Path) -> None:
    case = Path(__file__).parents[2] / "assets" / "examples" / "emergency.json"
    ask = ("assess", case, "--format", "text", "--audience", "patient", "--no-ranges")
    asked = hipmap(*ask, "--country", "NZ")
    assert "111" in asked.out
    with governed(tmp_path, "[country]\nemergency = 'NZ'"):
        assert hipmap(*ask).out == asked.out
        assert "only NZ is told here" in hipmap(*ask, "--country", "GB").complaint


def test_a_language_that_is_not_offered_is_refused(hipmap: Run, tmp_path: Path) -> None:
    pytest.importorskip("PySide6", reason="only the window speaks languages")
    with governed(tmp_path, "[language]\nallowed = ['en']"):
        assert (
            "no such translation"
            in hipmap("window", "--language", "tlh", "--picture", tmp_path / "x.png").complaint
        )
