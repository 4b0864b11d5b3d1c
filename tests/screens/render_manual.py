"""Makes the pictures of the manual: the real window at the steps that its pages tell of.

    python -m tests.screens.render_manual [FOLDER]

Without a folder those of the manual are made anew. They are whole windows, or the part that a page is about.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hipmap.desktop.home.stops import Kind, Stop
from hipmap.model import edits
from hipmap.model.case import NO, Case
from hipmap.reasoning.who_is_asked import safety_to_ask
from tests.architecture.checkout_files import ROOT
from tests.screens.contrast import pixels_of
from tests.screens.screen_table import example, screens
from tests.screens.stage import Looks, Size, Stage, stage

PLACE = ROOT / "assets/manual/pictures"
# So many colours hold a window without stripes on the shaded figures, in a third of the bytes.
COLOURS = 160
WINDOW, HOME = (1366, 768), (1000, 700)
# Room around a part of a window.
EDGE = 10


@dataclass(frozen=True)
class Shot:
    """A file by its name, how its screen is reached, and the part of the window that is seen (else all)."""

    name: str
    reach: str | Callable[[Stage], None]  # the name of a screen, or a way of its own
    part: Callable[[Stage], QWidget] | None = None
    size: Size = WINDOW


def _map(on: Stage) -> QWidget:
    return on.person.screen.map_column


def _sheet(on: Stage) -> QWidget:
    return on.person.screen.sheet


def _urgency(on: Stage) -> QWidget:
    return on.person.screen.urgency


def _likelihoods(on: Stage) -> QWidget:
    return on.person.screen.likelihoods


def _reasons(on: Stage) -> QWidget:
    return on.person.screen.reasons


def _in_front(on: Stage) -> QWidget:
    """What stands before the window, alone."""
    return on.others()[-1]


def _asked(on: Stage, example_name: str) -> Case:
    """An example case in which every safety question was asked, and is no."""
    case = example(on, example_name)
    for finding in safety_to_ask(case, on.knowledge.findings, frozenset()):
        case = edits.put_answer(case, finding.id, NO)
    return case


def _consultation(name: str, page: str = "") -> Callable[[Stage], None]:
    def reach(on: Stage) -> None:
        on.go_to("consultation", "clinician")
        on.show_case(_asked(on, name))
        if page:
            on.person.screen.reasons.show_page(page)
        on.settle()

    return reach


def _home(kind: Kind, of: str = "") -> Callable[[Stage], None]:
    def reach(on: Stage) -> None:
        on.go_to("home", "patient")
        on.show_case(_asked(on, "lateral_hip"))
        guide = on.window.home
        assert guide is not None
        guide._then(guide.walk.onto, Stop(kind, of))
        on.settle()

    return reach


SHOTS = (
    Shot("start", "start", size=(1000, 640)),
    Shot("consultation", _consultation("hip_and_back")),
    Shot("map", _consultation("lateral_hip"), _map),
    Shot("sheet", "consultation hip and back", _sheet),
    Shot("how_to", "sheet how to test"),
    Shot("urgency", "consultation emergency", _urgency),
    Shot("likelihoods", _consultation("hip_and_back"), _likelihoods),
    Shot("steps", _consultation("hip_joint", "steps"), _reasons, (1366, 1300)),
    Shot("home_safety", "home safety", size=HOME),
    Shot("home_map", _home("map"), size=HOME),
    Shot("home_question", _home("question", "worse_lying_on_side"), size=HOME),
    Shot("home_movement", "home movement", size=HOME),
    Shot("home_result", _home("result"), size=HOME),
    Shot("home_file", "home file for the clinic", size=HOME),
    Shot("letter", "report letter", _in_front),
    Shot("records", "records patient", size=(1180, 700)),
    Shot("compare", "records compare", size=(1180, 700)),
    Shot("who_did_what", "records who did what", size=(1180, 700)),
    Shot("settings", "settings", _in_front),
    Shot("governed", "settings fixed by a policy", _in_front),
    Shot("refused", "a start that is refused", _in_front),
    Shot("learn", "learn hip joint for a clinician", _in_front),
)


def make(folder: Path, only: str = "") -> list[Path]:
    """Photographs all into a folder; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    reached = {screen.name: screen.reach for screen in screens()}
    files = []
    with stage() as on:
        for shot in SHOTS:
            if only in shot.name:
                reach = reached[shot.reach] if isinstance(shot.reach, str) else shot.reach
                files.append(folder / f"{shot.name}.png")
                write_light(_taken(on, shot, reach), files[-1])
    return files


def _taken(on: Stage, shot: Shot, reach: Callable[[Stage], None]) -> QImage:
    """Photographs a part of the window with what stands around it, but not with other windows."""
    on.clear()
    # A desk that stands already was at work on the case of the picture before.
    on.go_to("start")
    on.wear(Looks(size=shot.size))
    reach(on)
    if shot.part is None:
        image = on.picture()
    else:
        widget = shot.part(on)
        image = widget.grab().toImage() if widget.isWindow() else _cut(on, widget)
    on.clear()
    return image


def _cut(on: Stage, widget: QWidget) -> QImage:
    around = QRect(widget.mapTo(on.window, QPoint()), widget.size()).adjusted(-EDGE, -EDGE, EDGE, EDGE)
    whole = on.window.grab().toImage()
    return whole.copy(around & whole.rect())


def write_light(image: QImage, file: Path) -> None:
    """Writes a picture in so few colours that it weighs little."""
    whole = Image.fromarray(pixels_of(image))
    few = whole.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def main(arguments: Sequence[str]) -> int:
    """Makes the pictures and says how large they are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=PLACE)
    parser.add_argument("--only", default="", help="pictures with these letters in their name")
    asked = parser.parse_args(arguments)
    for file in make(asked.folder, asked.only):
        print(f"{file.name}: {file.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
