"""All faces of the body in one field, which share their marks, words and figure."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.body_map.arrangement import Captions, arrange
from hipmap.desktop.body_map.face_caption import caption_for, caption_height
from hipmap.desktop.body_map.face_frame import FaceFrame
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FACE_KEYS, FaceKey, Part, face_window, read_ahead
from hipmap.desktop.body_map.hand import Hand
from hipmap.desktop.body_map.laid_over import LaidOver
from hipmap.desktop.body_map.lens_hand import LensHand
from hipmap.desktop.body_map.painted_areas import PaintedAreas
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Theme
from hipmap.desktop.look import look
from hipmap.model.body import FigureKind
from hipmap.model.case import Mark, Pin

LEAST = QSize(320, 240)
NORMAL = QSize(586, 480)


class MapArea(QWidget):
    """Arranges the faces; those that an arrangement leaves out are not made before they are needed."""

    zone_clicked = Signal(str, str)
    zone_opened = Signal(str, str)
    zone_pointed = Signal(object)
    target_clicked = Signal(object, object)  # the face and the Target
    zones_dragged = Signal(object, bool)
    stroke_drawn = Signal(object)
    arrow_drawn = Signal(object, object)  # from one place to another
    finger_put = Signal(object, object, object)  # the face, the place and the point of the figure
    finger_pressed = Signal(object, object, object)
    brush_resized = Signal(int)
    sought_in_vain = Signal(str)  # what was typed
    arranged = Signal()

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme: Theme = look().theme
        self._figure: FigureKind = "neutral"
        self._part: Part = "inset"
        self._marks: tuple[Mark, ...] = ()
        self._pin: Pin | None = None
        self._hand = Hand()
        self._large_targets = False
        self.painted = PaintedAreas()
        self._overlay = False
        self._frames: dict[FaceKey, FaceFrame] = {}
        self._laid = LaidOver()
        self._foot = 0
        self.lens = LensHand(self.large_views, self)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        read_ahead(self._figure, [key for key in FACE_KEYS if key.part == "inset"])

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def sizeHint(self) -> QSize:
        return NORMAL

    # ------------------------------------------------------------ what is shown

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(marks)
        for frame in self._frames.values():
            frame.view.show_marks(self._marks)

    def show_pin(self, pin: Pin | None) -> None:
        self._pin = pin
        for frame in self._frames.values():
            frame.view.show_pin(pin)

    def show_large_targets(self, shown: bool) -> None:
        self._large_targets = shown
        for frame in self._frames.values():
            frame.view.show_large_targets(shown)

    def take_hand(self, hand: Hand) -> None:
        """Gives every face the tool that a press uses."""
        self._hand = hand
        for frame in self._frames.values():
            frame.view.take_hand(hand)

    def show_overlay(self, shown: bool) -> None:
        self._overlay = shown
        for frame in self._frames.values():
            frame.view.show_overlay(shown)

    @property
    def figure(self) -> FigureKind:
        """The figure that is shown."""
        return self._figure

    def lay_over(self, laid: LaidOver) -> None:
        """Lays something over all faces, or takes it away."""
        self._laid = laid
        for frame in self._frames.values():
            frame.view.lay_over(laid)

    @property
    def foot(self) -> int:
        """How many pixels at the foot are free of faces."""
        return self._foot

    def keep_free(self, foot: int) -> None:
        """Keeps so many pixels at the foot free of faces, for what must be told there."""
        if foot != self._foot:
            self._foot = foot
            self._arrange()

    def show_figure(self, figure: FigureKind) -> None:
        self._figure = figure
        for frame in self._frames.values():
            frame.view.show_figure(figure)
        self._arrange()

    def show_part(self, part: Part) -> None:
        """Makes a part of the body the large one; the inset stays open beside it."""
        self._part = part
        self._arrange()

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        for frame in self._frames.values():
            frame.set_words(words)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for frame in self._frames.values():
            frame.set_theme(theme)

    # ------------------------------------------------------------ faces

    def views(self) -> list[FaceView]:
        """Gives the faces on the screen, in the order in which the keyboard visits them."""
        large = sorted(FACE_KEYS, key=lambda key: key.part != self._part)
        shown = [self._frames[key] for key in large if key in self._frames]
        return [frame.view for frame in shown if not frame.isHidden()]

    def large_views(self) -> list[FaceView]:
        """Gives the faces of the part that is shown large."""
        return [view for view in self.views() if view.key.part == self._part]

    def view(self, key: FaceKey) -> FaceView:
        """Gives a face, whether or not it is on the screen."""
        return self.frame(key).view

    def view_of(self, place: Place) -> FaceView | None:
        """Gives the face on the screen that shows a place largest."""
        showing = [view for view in self.views() if place in view.zones]

        def area(view: FaceView) -> float:
            box = view.outline(place).boundingRect()
            return box.width() * box.height()

        return max(showing, key=area, default=None)

    def frame(self, key: FaceKey) -> FaceFrame:
        """Gives a face with the words around it."""
        if key not in self._frames:
            frame = FaceFrame(key, self._words, self)
            frame.hide()
            frame.set_theme(self._theme)
            view = frame.view
            view.show_figure(self._figure)
            view.show_marks(self._marks)
            view.show_large_targets(self._large_targets)
            view.share_paintings(self.painted)
            view.show_pin(self._pin)
            view.take_hand(self._hand)
            view.show_overlay(self._overlay)
            view.lay_over(self._laid)
            self.lens.watch(view)
            self._listen_to(view)
            self._frames[key] = frame
        return self._frames[key]

    def _listen_to(self, view: FaceView) -> None:
        view.zone_clicked.connect(self.zone_clicked)
        view.zone_opened.connect(self.zone_opened)
        view.zone_pointed.connect(self.zone_pointed)
        view.target_clicked.connect(lambda target: self.target_clicked.emit(view, target))
        view.zones_dragged.connect(self.zones_dragged)
        view.stroke_drawn.connect(self.stroke_drawn)
        view.arrow_moved.connect(self._light_end_of_arrow)
        view.arrow_drawn.connect(self._end_arrow)
        view.finger_put.connect(lambda place, point: self.finger_put.emit(view.key, place, point))
        view.finger_pressed.connect(lambda place, point: self.finger_pressed.emit(view.key, place, point))
        view.brush_resized.connect(self.brush_resized)
        view.sought_in_vain.connect(self.sought_in_vain)
        view.face_left.connect(self._go_on)

    def _light_end_of_arrow(self, at: QPointF | None) -> None:
        """Lights the zone of any face that an arrow on its way points at."""
        for view in self.views():
            inside = at is not None and view.rect().contains(view.mapFromGlobal(at).toPoint())
            view.light(view.place_at(view.mapFromGlobal(at)) if at is not None and inside else None)

    def _end_arrow(self, start: Place, at: QPointF) -> None:
        for view in self.views():
            there = view.mapFromGlobal(at)
            end = view.place_at(there) if view.rect().contains(there.toPoint()) else None
            if end is not None and end != start:
                self.arrow_drawn.emit(start, end)
                return

    def _go_on(self, step: int) -> None:
        sender, views = self.sender(), self.views()
        at = next(number for number, view in enumerate(views) if view is sender)
        views[(at + step) % len(views)].take_keyboard()

    # ------------------------------------------------------------ places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        super().changeEvent(event)

    def _normal(self, key: FaceKey) -> QSizeF:
        return face_window(self._figure, key).size()

    def _arrange(self) -> None:
        boxes, lines = self._boxes()
        for key, frame in self._frames.items():
            frame.setVisible(key in boxes)
        for key, box in boxes.items():
            frame = self.frame(key)
            frame.stand(box, lines[key.part == self._part])
            frame.show()
        self.lens.follow(self.views())
        self.arranged.emit()

    def _boxes(self) -> tuple[dict[FaceKey, QRect], dict[bool, int]]:
        """Gives the boxes of the faces, and how many lines stand above small faces and above large ones.

        A second line is taken only where not even the short words fit on one.
        """
        voice = self._words.voice
        for large, small in ((1, 1), (1, 2), (2, 1), (2, 2)):
            captions = Captions(caption_height(large), caption_height(small))
            boxes = arrange(self.size() - QSize(0, self._foot), self._part, self._normal, captions)
            lines = {True: large, False: small}
            if all(
                caption_for(key.face, voice, box.width(), lines[key.part == self._part])
                for key, box in boxes.items()
            ):
                break
        return boxes, lines
