"""A mistake in any file of the knowledge is led back to its row; all of one sort are made at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.storage.clinic_folder import ClinicFolder


@dataclass(frozen=True)
class Mistake:
    """What somebody does to one file, and how the line begins that tells them so."""

    file: str
    change: Callable[[Any], object]
    line: str


def condition(data: Any, name: str = "fai_labral") -> Any:
    """The row of a condition, in the file of conditions or of their starting rates."""
    return next(row for row in data["conditions"] if name in (row.get("id"), row.get("condition")))


def flag(data: Any, name: str = "cauda_equina") -> Any:
    """The row of a red flag."""
    return next(row for row in data["red_flags"] if row["id"] == name)


def primary(data: Any, name: str = "fai_labral") -> Any:
    """The starting rate in primary care, which comes from a study."""
    return condition(data, name)["settings"]["primary"]


ROW = "priors.yaml, conditions row 2 (fai_labral), "

# Mistakes that can be seen in the row itself.
IN_THE_ROW = {
    "an origin without a name": Mistake(
        "origins.yaml",
        lambda data: data["origins"][0].pop("patient"),
        "origins.yaml, row 1 (hip_joint), patient: this field is missing: add it",
    ),
    "a rate without a kind": Mistake(
        "priors.yaml",
        lambda data: primary(data).pop("kind"),
        ROW + "settings.primary.kind: this field is missing: add it",
    ),
    "a rate below nothing": Mistake(
        "priors.yaml",
        lambda data: primary(data).update(weight=-1),
        ROW + "settings.primary.weight: input should be greater than 0",
    ),
    "an age that is no band": Mistake(
        "priors.yaml",
        lambda data: condition(data)["age"].update({"60_65": 1}),
        ROW + "age.60_65: input should be ",
    ),
    "pairs above all": Mistake(
        "priors.yaml",
        lambda data: data.update(pair_share=1.5),
        "priors.yaml, pair_share: input should be less than 1",
    ),
    "a rule of no tier": Mistake(
        "red_flags.yaml",
        lambda data: flag(data)["rules"][0].update(tier="now"),
        "red_flags.yaml, row 1 (cauda_equina), rules[0].tier: input should be 'emergency_now'",
    ),
    "a judgement without its reason": Mistake(
        "manifest.yaml",
        lambda data: data["parameters"]["dependence"].pop("why"),
        "manifest.yaml, parameters.dependence.why: this field is missing: add it",
    ),
    "a field that is misspelt": Mistake(
        "manifest.yaml",
        lambda data: data.update(vershion="1"),
        "manifest.yaml, vershion: there is no field of this name",
    ),
    "a source that nobody read": Mistake(
        "sources/studies.yaml",
        lambda data: data["sources"][0].update(read="later"),
        "sources/studies.yaml, row 1 (ahn_2015), read: input should be 'verified' or 'recalled'",
    ),
    "a list under a second name": Mistake(
        "findings/movement.yaml",
        lambda data: data.update(finding=[]),
        "findings/movement.yaml, finding: there is no field of this name here",
    ),
}
# Mistakes that show only beside the rest of the knowledge.
IN_THE_WHOLE = {
    "a condition of no origin": Mistake(
        "conditions.yaml",
        lambda data: condition(data).update(origin="hip"),
        "conditions.yaml, fai_labral, origin: there is no origin hip",
    ),
    "a condition with a slip in its id": Mistake(
        "conditions.yaml",
        lambda data: condition(data, "hip_dysplasia").update(id="dysplasia"),
        "priors.yaml, dysplasia: this condition has no starting rate",
    ),
    "a rate from a study without the study": Mistake(
        "priors.yaml",
        lambda data: primary(data).pop("source"),
        "priors.yaml, fai_labral, settings.primary: a derived figure needs a source",
    ),
    "a rate from a study that nobody wrote": Mistake(
        "priors.yaml",
        lambda data: primary(data, "hip_osteoarthritis").update(source="nobody_1999"),
        "priors.yaml, hip_osteoarthritis, settings.primary: there is no source nobody_1999",
    ),
    "no rate at home": Mistake(
        "priors.yaml",
        lambda data: condition(data)["settings"].pop("home"),
        "priors.yaml, fai_labral, settings.home: this starting rate is missing",
    ),
    "a pair with nothing": Mistake(
        "priors.yaml",
        lambda data: data["raised_pairs"][0].update(first="hip"),
        "priors.yaml, raised_pairs, hip: there is no such condition",
    ),
    "a map with a place that is none": Mistake(
        "referral_maps.yaml",
        lambda data: data["pain"][0]["zones"].update(groin="often"),
        "referral_maps.yaml, pain hip_osteoarthritis, groin: there is no such zone",
    ),
    "a map of no condition": Mistake(
        "referral_maps.yaml",
        lambda data: data["pain"][1].update(condition="hip"),
        "referral_maps.yaml, pain, hip: there is no such condition",
    ),
    "a place without a background": Mistake(
        "referral_maps.yaml",
        lambda data: data["pain_background"].pop("shin"),
        "referral_maps.yaml, pain_background, shin: this zone has no background rate",
    ),
    "a red flag of no study": Mistake(
        "red_flags.yaml",
        lambda data: flag(data).update(sources=["nobody_1999"]),
        "red_flags.yaml, cauda_equina, sources: there is no source nobody_1999",
    ),
    "a red flag that asks for nothing": Mistake(
        "red_flags.yaml",
        lambda data: flag(data)["features"][1].update(when={"finding": "saddle_numb"}),
        "red_flags.yaml, cauda_equina, ces_perianal: there is no finding saddle_numb",
    ),
    "a rule over a feature that is gone": Mistake(
        "red_flags.yaml",
        lambda data: flag(data)["features"][0].update(id="ces"),
        "red_flags.yaml, cauda_equina, rules[0]: there is no feature ces_saddle",
    ),
    "an alarm without advice": Mistake(
        "red_flags.yaml",
        lambda data: flag(data).update(actions={}),
        "red_flags.yaml, cauda_equina, rules[0]: there is no action text for emergency_now",
    ),
}


def problems_of(mistakes: dict[str, Mistake], folder: Path) -> list[str]:
    """Makes every mistake in one folder and gives all that is said."""
    clinic = ClinicFolder(folder)
    for file in {mistake.file for mistake in mistakes.values()}:
        changes = [mistake.change for mistake in mistakes.values() if mistake.file == file]
        clinic.change(file, changes)
    return clinic.problems()


@pytest.fixture(scope="module")
def said_of_rows(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return problems_of(IN_THE_ROW, tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module")
def said_of_whole(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return problems_of(IN_THE_WHOLE, tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("mistake", IN_THE_ROW.values(), ids=IN_THE_ROW)
def test_a_row_that_is_wrong_is_named(said_of_rows: list[str], mistake: Mistake) -> None:
    assert sum(line.startswith(mistake.line) for line in said_of_rows) == 1, said_of_rows


@pytest.mark.parametrize("mistake", IN_THE_WHOLE.values(), ids=IN_THE_WHOLE)
def test_a_row_that_does_not_fit_is_named(said_of_whole: list[str], mistake: Mistake) -> None:
    assert sum(line.startswith(mistake.line) for line in said_of_whole) >= 1, said_of_whole
