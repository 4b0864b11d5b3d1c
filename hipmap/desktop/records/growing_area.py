"""What stands between the head and the foot of a question: all of it where there is room, else it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space


class GrowingArea(QScrollArea):
    """`box` takes what stands in it; whoever holds it says how wide it is and how tall it may be."""

    asks_otherwise = Signal()  # for another height than before

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("kind", "page")
        page.installEventFilter(self)
        self.box = QVBoxLayout(page)
        # Room for the rings of the focus, which a scrolling area would cut off.
        self.box.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        self.box.setSpacing(Space.M)
        self.setWidget(page)

    def wanted(self, width: int) -> int:
        """Gives the height at which nothing has to be scrolled."""
        if not self.box.hasHeightForWidth():
            return self.box.sizeHint().height()
        return self.box.totalHeightForWidth(width)

    def fit(self, width: int, most: int) -> None:
        """Takes the height that it needs at a width, or the most that it may have.

        Qt would keep a scroll bar that was needed once: the words beside it stand narrower, and so taller.
        """
        wanted = self.wanted(width)
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if wanted <= most else policies.ScrollBarAsNeeded
        )
        if min(wanted, most) != self.minimumHeight():
            self.setMinimumHeight(min(wanted, most))

    def sizeHint(self) -> QSize:
        return QSize(self.box.sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.asks_otherwise.emit()
        return super().eventFilter(watched, event)
