"""A clinic's overlay: what it adds is used and shown as local; what it may not do is refused by name."""

from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows

from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import in_short
from hipmap.reasoning import assess
from hipmap.storage import overlay_files, overlay_reading
from hipmap.storage.case_files import parse_case
from hipmap.storage.library_files import read_library
from hipmap.storage.overlay_files import load_with_overlay
from hipmap.storage.overlay_reading import read_overlay
from tests.case_builders import case_json, mark_data
from tests.storage.overlays import GOOD, written


@pytest.fixture
def laid(tmp_path: Path, knowledge: Knowledge) -> Knowledge:
    found, problems = read_overlay(written(tmp_path), knowledge)
    assert problems == []
    assert found is not None
    return found


def test_what_a_clinic_adds_is_there_and_says_that_it_is_local(laid: Knowledge) -> None:
    question = laid.finding_by_id["pain_on_the_bus"]
    assert question.patient == "Does it hurt on the bus? (local)"
    assert {cell.kind for cell in question.cells.values()} == {"local"}
    assert laid.finding_by_id["worse_stairs"].patient == "Do stairs make it worse? (local)"
    # The short form says other words than the clinic's, so the clinic's are told back.
    assert in_short(laid.finding_by_id["worse_stairs"], "patient") == "Do stairs make it worse? (local)"
    assert laid.safety_net_by_tier["same_day"].patient.endswith("before five. (local)")
    assert "Seaside Physio 3 (local)" in laid.manifest.version


def test_the_rest_stays_as_it_is(laid: Knowledge, knowledge: Knowledge) -> None:
    assert laid.red_flags == knowledge.red_flags
    assert laid.finding_by_id["limp"].clinician == knowledge.finding_by_id["limp"].clinician
    same = [one for one in laid.findings if one == knowledge.finding_by_id.get(one.id)]
    assert len(same) == len(knowledge.findings) - 2


def test_a_local_figure_moves_the_result_and_its_reason_says_local(
    laid: Knowledge, knowledge: Knowledge
) -> None:
    text = case_json(marks=[mark_data()], answers={"limp": "yes", "pain_on_the_bus": "yes"})
    case = parse_case(text.encode(), "case", laid)
    reasons = {
        reason.finding: reason.kind
        for origin in assess(case, laid).origins
        if origin.id == "hip_joint"
        for reason in origin.reasons_for
    }
    assert reasons["pain_on_the_bus"] == "local"
    assert reasons["limp"] == "local"
    assert laid.finding_by_id["limp"].cells["hip_osteoarthritis"].probability == 0.71
    assert knowledge.finding_by_id["limp"].cells["hip_osteoarthritis"].kind == "judged"


def test_another_overlay_gives_another_digest(laid: Knowledge, knowledge: Knowledge, tmp_path: Path) -> None:
    other, _ = read_overlay(written(tmp_path, GOOD.replace("0.71", "0.72")), knowledge)
    assert other is not None
    assert len({laid.digest, other.digest, knowledge.digest}) == 3


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: pain_on_the_bus", "id: limp", "overlay.yaml, limp, findings: hipmap has this id already"),
        ("finding: limp", "finding: saddle_numbness", "the figures of a safety question stay"),
        ("finding: limp", "finding: lamp", "overlay.yaml, lamp / hip_osteoarthritis, figures.finding: "),
        (
            "finding: limp\n    condition: hip_osteoarthritis",
            "finding: passive_adduction_limited\n    condition: hip_osteoarthritis",
            "figure stands here: an overlay may replace judgements only",
        ),
        (
            "p: 0.71",
            "p: 1.71",
            "overlay.yaml, figures, row 1 (hip_osteoarthritis), cell.p: input should be less than 1",
        ),
        ("p: 0.71", "p: 0", "cell.p: input should be greater than 0"),
        ("p: 0.71, n: 240, source: seaside_audit_2026", "p: 0.71", "a published figure needs a source id"),
        ("source: seaside_audit_2026}", "source: nobody_1999}", "there is no source nobody_1999"),
        ("zone: knee_front", "zone: knee", "knee: there is no such zone"),
        ("id: worse_stairs", "id: stairs", "overlay.yaml, stairs, wordings.id: hipmap has no finding stairs"),
        ("cell: often", "cell: no", "cell: YAML reads a bare yes or no as false"),
        ("clinic: Seaside Physio\n", "", "clinic: this field is missing"),
        ("hipmap-overlay/1", "hipmap-case/1", "schema: input should be 'hipmap-overlay/1'"),
        ("advice:", "red_flags: []\nadvice:", "red_flags: an overlay has no field of this name"),
        ("sources:", "clinic: twice\nsources:", "overlay.yaml, line 5: the key 'clinic' stands twice"),
        ("places:", "places: 3\nfigures:", "the key 'figures' stands twice"),
        ("p: 0.2}", "p: 1.0e-9}", "pain_on_the_bus, background: give figures between 0.001 and 0.999"),
        ("p: 0.71", "p: 0.9999", "figures.cell: give figures between 0.001 and 0.999"),
        ("kind: aggravating", "kind: safety", "findings.kind: a safety question speaks by a rule"),
        ("who: both", "who: both\n    screening: true", "findings.kind: a safety question speaks by a rule"),
        ("who: both", "who: both\n    carries: [S001]", "carries: an overlay carries no claims"),
        ("who: both", "who: both\n    replaces: [saddle_numbness]", "replaces: saddle_numbness is of safety"),
        ("who: both", "who: both\n    replaces: [slr]", "replaces: slr is of safety or of a study"),
        ("id: pain_on_the_bus", 'id: "<b>"', "findings.id: write an id in small letters"),
        ("Does it hurt on the bus?", '" "', "patient: give a text of 1 to 2000 characters"),
        ("id: worse_stairs", "id: saddle_numbness", "the words of a safety question stay"),
        (", patient: Do stairs make it worse?", "", "wordings: give a text for the patient"),
        (
            "wordings:",
            "wordings:\n  - {of: finding, id: worse_stairs, patient: Stairs?}",
            "finding worse_stairs, wordings: it stands 2 times: keep one",
        ),
    ],
)
def test_what_it_may_not_do_is_refused_by_name(
    knowledge: Knowledge, tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in GOOD
    laid, problems = read_overlay(written(tmp_path, GOOD.replace(old, new, 1)), knowledge)
    assert laid is None
    assert told in "\n".join(str(problem) for problem in problems)
    assert all(len(str(problem).splitlines()) == 1 for problem in problems)


@pytest.mark.parametrize("text", ["", "[]", "- a\n- b", "\x00", "a: &a [*a]", "sources: {a: 1}", "x" * 50])
def test_a_file_that_is_no_overlay(knowledge: Knowledge, tmp_path: Path, text: str) -> None:
    laid, problems = read_overlay(written(tmp_path, text), knowledge)
    assert laid is None
    assert problems


def test_a_few_lines_that_stand_for_millions_of_rows(knowledge: Knowledge, tmp_path: Path) -> None:
    lines = ["schema: hipmap-overlay/1", "findings:", "  - x: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"  - x: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 9)]
    laid, problems = read_overlay(written(tmp_path, "\n".join(lines)), knowledge)
    assert laid is None
    assert "stand for too many rows" in str(problems[0])


def test_a_folder_is_no_overlay(knowledge: Knowledge, tmp_path: Path) -> None:
    assert "an overlay is a plain file" in str(read_overlay(tmp_path, knowledge)[1][0])


def test_the_library_opens_with_a_test_of_the_clinic(knowledge: Knowledge, tmp_path: Path) -> None:
    laid, problems = read_overlay(
        written(tmp_path, GOOD.replace("kind: aggravating", "kind: examination")), knowledge
    )
    assert laid is not None, problems
    assert read_library(laid)[1] == []


def test_a_file_that_is_too_large_or_gone(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot be read" in str(read_overlay(tmp_path / "gone.yaml", knowledge)[1][0])
    monkeypatch.setattr(overlay_reading, "LARGEST", 10)
    assert "too large" in str(read_overlay(written(tmp_path), knowledge)[1][0])


def test_a_refused_overlay_leaves_the_own_knowledge(tmp_path: Path, knowledge: Knowledge) -> None:
    loaded = load_with_overlay(written(tmp_path, "schema: nothing"))
    assert loaded.knowledge.digest == knowledge.digest
    assert loaded.refused is not None
    assert loaded.refused.startswith("the clinic’s overlay was refused. overlay.yaml")


def test_the_installed_overlay_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    import platformdirs

    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_named, **_so: tmp_path / "person")
    monkeypatch.setattr(platformdirs, "site_config_path", lambda *_named, **_so: tmp_path)
    assert overlay_files.clinic_overlay() is None
    written(tmp_path)
    assert overlay_files.clinic_overlay() == tmp_path / "overlay.yaml"
    assert load_with_overlay().knowledge.digest != knowledge.digest


def test_on_windows_it_lies_by_the_settings_of_the_window_or_by_the_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = {
        "CSIDL_APPDATA": "Roaming",
        "CSIDL_LOCAL_APPDATA": "Local",
        "CSIDL_COMMON_APPDATA": "ProgramData",
    }
    monkeypatch.setattr(windows, "get_win_folder", lambda name: str(tmp_path / folders[name]))
    for method in ("user_config_path", "site_config_path"):
        monkeypatch.setattr(
            platformdirs,
            method,
            lambda name, method=method, **so: getattr(windows.Windows(name, **so), method),
        )
    for place in ("ProgramData/hipmap", "Roaming/hipmap"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "overlay.yaml").write_text("schema: hipmap-overlay/1")
        assert overlay_files.clinic_overlay() == tmp_path / place / "overlay.yaml"
