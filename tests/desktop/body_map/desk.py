"""A desk on which the body map lies: a panel whose intents edit a case, as the window does it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FaceKey, Part
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model import edits
from hipmap.model.case import Case, Face, Mark, new_case


@dataclass
class Desk:
    """A panel, the case it shows, and the intents that it emitted."""

    panel: BodyMapPanel
    case: Case = field(default_factory=new_case)
    intents: list[tuple[object, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        panel = self.panel
        panel.mark_requested.connect(
            lambda *said: self.take(("mark", *said), edits.toggle_mark(self.case, *said))
        )
        panel.mark_edited.connect(lambda mark: self.take(("edit", mark), edits.put_mark(self.case, mark)))
        panel.mark_removed.connect(
            lambda *said: self.take(("remove", *said), edits.remove_mark(self.case, *said))
        )
        panel.marks_changed.connect(
            lambda wanted: self.take(
                ("change", wanted), edits.change_marks(self.case, wanted.put, wanted.removed)
            )
        )
        panel.pin_requested.connect(lambda pin: self.take(("pin", pin), edits.put_pin(self.case, pin)))
        panel.swap_sides_requested.connect(lambda: self.take(("swap",), edits.swap_sides(self.case)))
        panel.clear_requested.connect(lambda: self.take(("clear",), edits.clear_marks(self.case)))
        panel.show_case(self.case, None)

    def take(self, intent: tuple[object, ...], case: Case) -> None:
        self.intents.append(intent)
        self.show(case)

    def show(self, case: Case) -> None:
        self.case = case
        self.panel.show_case(case, None)

    def show_marks(self, *marks: Mark) -> None:
        self.show(new_case(marks=marks))

    def face(self, face: Face, part: Part = "inset") -> FaceView:
        return self.panel.area.view(FaceKey(face, part))

    def click(self, view: FaceView, place: Place) -> None:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.point_in(place).toPoint())
