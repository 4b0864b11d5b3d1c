"""Shows which side is which: a figure from the front, with right and left in words at its two sides."""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.face_picture import face_picture
from hipmap.desktop.body_map.figure_files import FaceKey, face_image, face_window
from hipmap.desktop.design_tokens import Motion, Shadow, Space
from hipmap.desktop.desk_room import DeskRoom
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.preferences import Preferences
from hipmap.model.body import FigureKind
from hipmap.model.voice import Voice

TALL, MOST_WIDTH = 150, 560
KEY = FaceKey("front", "inset")


class SidePicture(QWidget):
    """The figure faces whoever looks at it, in every language."""

    def __init__(self, figure: FigureKind) -> None:
        super().__init__()
        self._figure: FigureKind = figure
        self._words = ("", "")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_voice(self, voice: Voice) -> None:
        """Names the sides in a voice; the right side of the body stands at the left."""
        self._words = (
            (self.tr("YOUR RIGHT"), self.tr("YOUR LEFT"))
            if voice == "patient"
            else (self.tr("RIGHT"), self.tr("LEFT"))
        )
        self.setAccessibleName(
            self.tr(
                "A figure that faces you. At its left in the picture: {right}. At its right: {left}."
            ).format(right=self._words[0], left=self._words[1])
        )
        self.updateGeometry()
        self.update()

    def painted_texts(self) -> tuple[str, ...]:
        """Gives what is painted, for those who check the words."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self._figure_width() + 2 * (self._words_width() + Space.M), look().px(TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        window = face_window(self._figure, KEY)
        size = QSize(self._figure_width(), self.height())
        left = (self.width() - size.width()) // 2
        picture = face_picture(
            face_image(self._figure, KEY), window, size, self.devicePixelRatioF(), worn.theme
        )
        painter.drawPixmap(left, 0, picture)
        painter.setFont(worn.font("strong"))
        painter.setPen(QColor(worn.theme.text))
        wide = self._words_width()
        boxes = (QRectF(0, 0, wide, self.height()), QRectF(self.width() - wide, 0, wide, self.height()))
        for box, words in zip(boxes, self._words, strict=True):
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)

    def _figure_width(self) -> int:
        window = face_window(self._figure, KEY)
        return round(look().px(TALL) * window.width() / window.height())

    def _words_width(self) -> int:
        measure = QFontMetrics(look().font("strong"))
        return max(
            (measure.horizontalAdvance(part) for words in self._words for part in words.split()), default=0
        )


class SideOrientation(QFrame):
    """Picture, one sentence, and a button that says it was understood."""

    understood = Signal()

    def __init__(self, figure: FigureKind, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.picture = SidePicture(figure)
        self.title = label("", "title", wrap=True)
        self.words = label("", "body", "muted", wrap=True)
        self.button = QPushButton(self.tr("Got it"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.understood)
        self._place()
        self.show_voice(voice)

    def show_voice(self, voice: Voice) -> None:
        """Says it in a voice."""
        patient = voice == "patient"
        self.picture.show_voice(voice)
        self.title.setText(self.tr("The front figure faces you"))
        self.words.setText(
            self.tr("Like a person who stands before you: your right side is at the left of the picture.")
            if patient
            else self.tr("The patient’s right is at your left. Each face says right and left at its edges.")
        )
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.words.text())

    def _place(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        line.setSpacing(Space.XL)
        line.addWidget(self.picture)
        said = QVBoxLayout()
        said.setSpacing(Space.S)
        said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.words)
        said.addSpacing(Space.S)
        said.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch(1)
        line.addLayout(said, 1)


class SideHint(QObject):
    """Lays the orientation over the lower edge of a widget until it is understood."""

    understood = Signal()

    def __init__(self, over: QWidget, figure: FigureKind, voice: Voice) -> None:
        super().__init__(over)
        self._over = over
        self.card = SideOrientation(figure, voice, over)
        self.card.understood.connect(self._end)
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(Shadow.BLUR)
        shadow.setOffset(0, Shadow.DOWN)
        colour = QColor(look().theme.shade)
        colour.setAlphaF(Shadow.STRENGTH)
        shadow.setColor(colour)
        self.card.setGraphicsEffect(shadow)
        over.installEventFilter(self)
        self._rising = QPropertyAnimation(self.card, b"pos", self)
        self._lay()
        self.card.show()
        self.card.raise_()
        self._rise()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._lay()
        return False

    def _lay(self) -> None:
        self._rising.stop()
        room = self._over.rect().adjusted(Space.M, Space.M, -Space.M, -Space.M)
        wide = min(room.width(), look().px(MOST_WIDTH))
        tall = max(self.card.heightForWidth(wide), self.card.minimumSizeHint().height())
        left = room.left() + (room.width() - wide) // 2
        self.card.setGeometry(left, room.bottom() - tall + 1, wide, tall)

    def _rise(self) -> None:
        """Comes up a little, so that it is noticed."""
        self._rising.setDuration(look().motion(Motion.CALM))
        self._rising.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rising.setStartValue(self.card.pos() + QPoint(0, Space.L))
        self._rising.setEndValue(self.card.pos())
        self._rising.start()

    def _end(self) -> None:
        self._over.removeEventFilter(self)
        self.card.hide()
        self.card.deleteLater()
        self.understood.emit()


def orient_once(room: DeskRoom, preferences: Preferences) -> None:
    """Shows the orientation the first time that somebody comes to the consultation."""

    def shown(desk: str) -> None:
        panel = room.findChild(BodyMapPanel)
        if desk != "consultation" or preferences.sides_shown or not isinstance(panel, BodyMapPanel):
            return
        hint = SideHint(panel, preferences.figure, preferences.voice)
        hint.understood.connect(lambda: setattr(preferences, "sides_shown", True))

    room.desk_shown.connect(shown)
    shown(room.name)
