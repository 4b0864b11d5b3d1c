"""What a mark or a pin may not say on the command line: one line that names the place and the mend."""

from pathlib import Path
from typing import Any

import pytest

from tests.case_builders import case_json, mark_data
from tests.command_line.conftest import Run

PIN: dict[str, Any] = {"zone": "groin_crease", "side": "right", "face": "front", "at": [0.4, 0.46]}
SPREAD = {"kind": "spread"}

BAD: dict[str, tuple[str, str]] = {
    "usual 11": (case_json(marks=[mark_data(usual=11)]), "marks[0].usual: input should be less "),
    "worst below nought": (
        case_json(marks=[mark_data(at_worst=-1)]),
        "marks[0].at_worst: input should be greater ",
    ),
    "no share at all": (case_json(marks=[mark_data(share=0)]), "marks[0].share: input should be greater "),
    "more than whole": (case_json(marks=[mark_data(share=1.2)]), "marks[0].share: input should be less "),
    "a time of its own": (case_json(marks=[mark_data(when=["noon"])]), "marks[0].when[0]: input should be "),
    "pain that spreads from": (
        case_json(marks=[mark_data(spreads_from={"zone": "sacrum", "side": "midline"})]),
        "marks[0]: only a mark of kind spread can say where it spreads from",
    ),
    "an arrow to itself": (
        case_json(marks=[mark_data(**SPREAD, spreads_from={"zone": "groin_crease", "side": "right"})]),
        "marks[0]: pain spreads from one place to another: name two places",
    ),
    "an arrow from nowhere": (
        case_json(marks=[mark_data(**SPREAD, spreads_from={"zone": "groyn", "side": "right"})]),
        'marks[0].spreads_from.zone: there is no zone "groyn"; ',
    ),
    "an arrow from a side that is none": (
        case_json(marks=[mark_data(**SPREAD, spreads_from={"zone": "sacrum", "side": "left"})]),
        'marks[0].spreads_from.side: the zone sacrum has no side "left": use midline',
    ),
    "a pin in no zone": (
        case_json(pin=PIN | {"zone": "hipp"}),
        'pin.zone: there is no zone "hipp"',
    ),
    "a pin on a side that is none": (
        case_json(pin=PIN | {"side": "midline"}),
        'pin.side: the zone groin_crease has no side "midline": use right or left',
    ),
    "a pin outside the figure": (case_json(pin=PIN | {"at": [0.4, 1.4]}), "pin.at[1]: input should be less "),
    "a pin on the other half in front": (
        case_json(pin=PIN | {"at": [0.6, 0.46]}),
        "pin.at[0]: on the front face the person's right is below 0.5: move it or change side",
    ),
    "a pin on the other half behind": (
        case_json(pin=PIN | {"zone": "mid_buttock", "face": "back"}),
        "pin.at[0]: on the back face the person's right is above 0.5: move it or change side",
    ),
    "a pin on the other side face": (
        case_json(pin=PIN | {"zone": "trochanter", "face": "left"}),
        "pin.face: the left face does not show the right side: use the other face",
    ),
    "two worst spots": (
        case_json(marks=[mark_data(worst=True), mark_data(zone="sacrum", side="midline", worst=True)]),
        "marks[1].worst: two worst spots: keep one",
    ),
    "a time twice": (
        case_json(marks=[mark_data(when=["night", "always", "night"])]),
        "marks[0].when: night is told twice: keep one",
    ),
    "a feel twice": (
        case_json(marks=[mark_data(feel=["ache", "ache"])]),
        "marks[0].feel: ache is told twice: keep one",
    ),
    "a pin on no face": (case_json(pin=PIN | {"face": "top"}), "pin.face: input should be 'front', "),
    "a pin of three": (case_json(pin=PIN | {"at": [0.1, 0.2, 0.3]}), "pin.at"),
}


@pytest.mark.parametrize(("text", "line"), BAD.values(), ids=BAD)
def test_it_is_refused_in_one_line(hipmap: Run, tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "case.json"
    path.write_text(text)
    assert hipmap("assess", path).complaint.startswith(f"case.json: {line}")
