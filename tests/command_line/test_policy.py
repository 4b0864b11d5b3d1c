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
    spoken = "[language]\nallowed = ['tlh']\nfirst = 'tlh'\n"
    path.write_text(f"{HEAD}{spoken}[data]\nfolder = '/no/such/folder'\n")
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
    seen = hipmap("policy", "check", path)
    assert seen.code == 2
    assert "line 4, column 1: country.emergency: " in seen.out
    assert "knows no emergency number for it" in seen.out


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
    assert "there is such a file; give --change" in hipmap("policy", "write", path).complaint
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


def test_a_place_that_cannot_be_written_is_named_as_it_was_typed(hipmap: Run, tmp_path: Path) -> None:
    for place in (tmp_path / "not there" / "policy.toml", tmp_path):
        complaint = hipmap("policy", "write", "--force", place, "contact=Ann").complaint
        assert complaint.startswith(f"{place}: this cannot be written (")
        assert "name another place" in complaint


CLINIC = """\
# Agreed on 3 May, ask Ann.
schema = "hipmap-policy/1"
contact = 'IT # 5'   # ext. 5

[records]
lock_minutes_most = 5  # as the board wished
[ exports ]  # all else stays here
allowed = [
  "soap",  # only the note
] # and nothing more
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_key_is_changed_and_every_other_sign_of_the_file_stays(
    hipmap: Run, tmp_path: Path, line_end: str
) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b"\xef\xbb\xbf" + CLINIC.replace("\n", line_end).encode())
    keys = ("data.folder=S:\\hipmap", "contact=Bo", "exports.allowed=[]", "records.passphrase_words=4")
    assert hipmap("policy", "write", path, *keys, "--change").out.endswith(
        "everything else in it is as it was\n"
    )
    wanted = CLINIC.replace("contact = 'IT # 5'   #", "contact = 'Bo'  #")
    wanted = wanted.replace('[\n  "soap",  # only the note\n] # and', "[]  # and")
    wanted = wanted.replace("[records]\n", "[records]\npassphrase_words = 4\n")
    wanted += "\n[data]\nfolder = 'S:\\hipmap'\n"
    assert path.read_bytes().decode("utf-8-sig") == wanted.replace("\n", line_end)
    assert hipmap("policy", "write", path, *keys, "--change").code == 0
    assert path.read_bytes().decode("utf-8-sig") == wanted.replace("\n", line_end)


def test_a_key_comes_below_its_remark_where_the_file_was_written_by_hipmap(
    hipmap: Run, tmp_path: Path
) -> None:
    path = tmp_path / "policy.toml"
    assert hipmap("policy", "write", path, "records.lock_minutes_most=5").code == 0
    before = path.read_text(encoding="utf-8")
    assert hipmap("policy", "write", "--change", path, "data.folder=/srv/records", "contact=Ann").code == 0
    remarks = ("# folder = '/srv/hipmap'\n", '# contact = "IT desk, ext. 55"\n')
    wanted = before.replace(remarks[0], f"{remarks[0]}folder = '/srv/records'\n")
    assert path.read_text(encoding="utf-8") == wanted.replace(remarks[1], f"{remarks[1]}contact = 'Ann'\n")


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("data = { folder = '/a' }\n", "data.folder=/b", "data.folder: this cannot be changed alone"),
        ("data = {}\n", "data.folder=/b", "data.folder: this cannot be changed alone"),
        ("[records]\nlock = 5\n", "data.folder=/b", "line 4, column 1: records.lock: there is no such key"),
        ("[records]\nlock_minutes_least = 9\n", "records.lock_minutes_most=5", "give at most 5"),
        ("", "records.lock_minutes_most=500", "give a whole number from 1 to 60, not 500"),
    ],
)
def test_a_change_that_cannot_be_made_leaves_the_file_as_it_is(
    hipmap: Run, tmp_path: Path, text: str, key: str, words: str
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(HEAD + text)
    complaint = hipmap("policy", "write", "--change", path, key).complaint
    assert words in complaint
    assert complaint.endswith("nothing was changed")
    assert path.read_text() == HEAD + text
    assert [one.name for one in tmp_path.iterdir()] == ["policy.toml"]


def test_a_change_needs_a_file_and_a_key(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    assert "No such file" in hipmap("policy", "write", "--change", path, "data.folder=/b").complaint
    path.write_text(HEAD)
    assert "name what to change" in hipmap("policy", "write", "--change", path).complaint


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


def test_neither_a_picture_nor_a_case_that_came_in_may_leave(
    hipmap: Run, example: Path, tmp_path: Path
) -> None:
    bundle, taken, picture = (tmp_path / name for name in ("bundle.json", "taken.json", "out.png"))
    assert hipmap("report", example, "--kind", "fhir", "-o", bundle).code == 0
    with governed(tmp_path, "[exports]\nallowed = ['map', 'fhir']"):
        words = "json may not leave hipmap on this computer"
        assert words in hipmap("import", bundle, "-o", taken).complaint
        assert words in hipmap("import", bundle).complaint
    assert not taken.exists()
    pytest.importorskip("PySide6", reason="the picture is of the window")
    for allowed, kept_in in (("['likelihood']", "map"), ("['map']", "likelihood")):
        with governed(tmp_path, f"[exports]\nallowed = {allowed}"):
            told = hipmap("window", example, "--picture", picture).complaint
            assert f"{kept_in} may not leave hipmap on this computer" in told
    assert not picture.exists()


def test_the_country_of_the_policy_is_told_without_being_asked_for(hipmap: Run, tmp_path: Path) -> None:
    case = Path(__file__).parents[2] / "assets" / "examples" / "emergency.json"
    ask = ("assess", case, "--format", "text", "--audience", "patient", "--no-ranges")
    asked = hipmap(*ask, "--country", "NZ")
    assert "111" in asked.out
    with governed(tmp_path, "[country]\nemergency = 'NZ'"):
        assert hipmap(*ask).out == asked.out
        assert "only NZ is told here" in hipmap(*ask, "--country", "GB").complaint


def test_a_country_without_a_number_stops_hipmap_and_takes_no_number_away(
    hipmap: Run, tmp_path: Path
) -> None:
    case = Path(__file__).parents[2] / "assets" / "examples" / "emergency.json"
    with governed(tmp_path, "[country]\nemergency = 'UK'"):
        told = hipmap("assess", case, "--format", "text", "--no-ranges").complaint
    assert "line 4, column 1: country.emergency: " in told
    assert "do you mean GB?" in told
    assert "--country" not in told


def test_a_language_that_is_not_offered_is_refused(hipmap: Run, tmp_path: Path) -> None:
    pytest.importorskip("PySide6", reason="only the window speaks languages")
    with governed(tmp_path, "[language]\nallowed = ['en']"):
        assert (
            "no such translation"
            in hipmap("window", "--language", "tlh", "--picture", tmp_path / "x.png").complaint
        )


@pytest.mark.parametrize(
    ("allowed", "told"), [("[]", True), ("['handout']", True), ("['handout', 'print', 'soap']", False)]
)
def test_a_policy_that_keeps_the_page_for_the_ambulance_in_is_noted(
    allowed: str, told: bool, hipmap: Run, tmp_path: Path
) -> None:
    path = tmp_path / "trial.toml"
    path.write_text(HEAD + f"[exports]\nallowed = {allowed}\n")
    seen = hipmap("policy", "check", path)
    assert seen.code == 0
    assert ("the page for the ambulance" in seen.out) is told
