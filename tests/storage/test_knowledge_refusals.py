"""A knowledge file with a mistake is refused, and the file, the row and the field are named."""

import pytest

from hipmap.model.problems import BadInput
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.knowledge_reading import read_knowledge
from tests.case_builders import ROOT
from tests.storage.clinic_folder import NEW_CHOICE, NEW_FINDING, ClinicFolder

NEW = "findings/clinic.yaml"
# Every file by its name under the folder.
FILES = sorted(
    path.relative_to(ROOT / "assets" / "knowledge").as_posix()
    for path in (ROOT / "assets" / "knowledge").rglob("*.yaml")
    if "library" not in path.parts
)


def test_a_question_of_the_clinic_is_taken_in(clinic: ClinicFolder) -> None:
    own = load_knowledge(clinic.path)
    clinic.write(NEW, NEW_FINDING)
    more = load_knowledge(clinic.path)
    assert "clinic_question" in more.finding_by_id
    assert more.digest != own.digest
    clinic.write(NEW, NEW_CHOICE)
    assert load_knowledge(clinic.path).finding_by_id["clinic_question"].outcomes == ("bus", "train")


def test_an_id_that_stands_twice(clinic: ClinicFolder) -> None:
    clinic.write(NEW, NEW_FINDING.replace("id: clinic_question", "id: limp"))
    assert clinic.problems() == ["findings, limp, id: this id stands 2 times: rename or remove one"]


def test_a_copy_that_was_only_written_anew_is_good(clinic: ClinicFolder) -> None:
    for name in FILES:
        clinic.change(name)
    assert clinic.problems() == []


@pytest.mark.parametrize("name", FILES)
def test_no_file_can_be_missing(clinic: ClinicFolder, name: str) -> None:
    (clinic.path / name).unlink()
    # Some sources stand behind pages only.
    problems = clinic.problems() or clinic.library_problems()
    assert problems
    if "/" not in name:
        assert problems == [
            f"{name}: this knowledge file cannot be read (No such file or directory); put it back"
        ]


def test_a_folder_without_knowledge(clinic: ClinicFolder) -> None:
    knowledge, problems = read_knowledge(clinic.path / "absent")
    assert knowledge is None
    assert "manifest.yaml: this knowledge file cannot be read" in str(problems[0])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"findings: [", "findings/clinic.yaml, line 2: "),
        (b"findings:\n\t- id: x\n", "findings/clinic.yaml, line 2: "),
        (
            NEW_FINDING.replace("who: both", "who: both\n    who: patient").encode(),
            "the key 'who' stands twice",
        ),
        (b"just a note", "the file must hold a list named findings"),
        (b"", "the file must hold a list named findings"),
        (b"findings: none", "the file must hold a list named findings"),
        (b"? [a, b]\n: 1\n", "line 1: found unhashable key"),
        (b"findings: !!map [a]\n", "line 1: expected a mapping node"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is not readable YAML"),
        (b"findings: !!python/object/apply:os.getcwd []\n", "could not determine a constructor"),
        (b"findings: []\n---\nfindings: []\n", "another document"),
    ],
)
def test_a_file_that_holds_no_rows(clinic: ClinicFolder, text: bytes, what: str) -> None:
    clinic.write(NEW, text)
    (line,) = clinic.problems()
    assert line.startswith(NEW)
    assert what in line


def test_the_line_of_a_mistake_is_the_line_in_the_file(clinic: ClinicFolder) -> None:
    clinic.prepend("priors.yaml", "pair_share: 0.2\n")
    (line,) = clinic.problems()
    text = (clinic.path / "priors.yaml").read_text(encoding="utf-8").splitlines()
    again = next(at for at, one in enumerate(text, start=1) if at > 1 and one.startswith("pair_share:"))
    assert line == f"priors.yaml, line {again}: the key 'pair_share' stands twice; correct this line"


def test_loading_names_the_first_mistake_and_counts_the_rest(clinic: ClinicFolder) -> None:
    clinic.write(NEW, NEW_FINDING.replace("often", "{p: 1.2, sorce: x}"))
    count = len(clinic.problems())
    with pytest.raises(BadInput) as caught:
        load_knowledge(clinic.path)
    assert str(caught.value).startswith(f"{NEW}, row 1 (clinic_question), cells.hip_osteoarthritis.")
    assert str(caught.value).endswith(f"({count - 1} more: run `hipmap knowledge check`)")


def test_brackets_nested_without_end_do_not_end_the_program(clinic: ClinicFolder) -> None:
    clinic.write(NEW, "findings: " + "[" * 100_000)
    assert clinic.problems() == [
        f"{NEW}: brackets are nested more than 100 deep; write this file more plainly"
    ]
