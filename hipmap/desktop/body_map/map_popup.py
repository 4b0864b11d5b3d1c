"""A card that opens over the map: rounded, whole on the screen, closed by Esc."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.labels import Card
from hipmap.desktop.look import look


class MapPopup(Card):
    """Stands where it is put, moved so far that all of it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # round corners

        # The map stays left-to-right in every language; words beside it follow the language.
        self.setLayoutDirection(QGuiApplication.layoutDirection())

    def stand_at(self, corner: QPoint) -> None:
        """Moves there, or as near as the screen allows, and shows itself."""
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(Space.S, Space.S, -Space.S, -Space.S)
        box = QRect(corner, self.size())
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        self.move(max(box.left(), room.left()), max(box.top(), room.top()))
        self.show()

    def fit_to(self, width: int) -> None:
        """Takes a width, and the height that its rows then need."""
        self.setFixedWidth(look().px(width))
        self.box.activate()
        needed = self.box.totalHeightForWidth(self.width())
        self.setFixedHeight(max(needed, self.box.totalMinimumSize().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.edge), theme.line_width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.L, Radius.L)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
