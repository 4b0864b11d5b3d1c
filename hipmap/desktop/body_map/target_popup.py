"""Asks which zone of a large target is meant, with a picture of each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.large_targets import Target, side_of, target_name, target_question
from hipmap.desktop.body_map.map_popup import MapPopup
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.enter_button import EnterButton
from hipmap.desktop.labels import label
from hipmap.desktop.look import look

WIDTH = 380
PICTURE = 76


class ZoneChoice(EnterButton):
    """One zone of a large target: its picture, its name and how it is marked."""

    def __init__(self, place: Place, name: str, state: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._picture, self._state = picture, state
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(bool(state))
        self.setAccessibleName(name)
        self.setAccessibleDescription(state)
        self.setMinimumHeight(max(look().px(Size.TARGET), PICTURE + Space.S))

    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH) - 2 * Space.L, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, Radius.M)
        ratio = self._picture.devicePixelRatio()
        slot, wide = round(PICTURE * 1.3), self._picture.width() / ratio
        left, tall = Space.S + (slot - wide) / 2, self._picture.height() / ratio
        painter.drawPixmap(QPoint(round(left), round((self.height() - tall) / 2)), self._picture)
        words = self.rect().adjusted(slot + 2 * Space.S, 0, -Space.S, 0)
        if self._state:
            words = words.adjusted(0, 0, 0, -self.height() // 2)
            state = words.adjusted(0, self.height() // 2, 0, self.height() // 2)
            painter.setFont(worn.font("caption"))
            painter.setPen(QColor(theme.muted))
            painter.drawText(state, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._state)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        across = Qt.AlignmentFlag.AlignBottom if self._state else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(worn.font("lead"))
        painter.setPen(QColor(theme.text))
        painter.drawText(words, flags | across, self.text())
        painter.end()


class TargetPopup(MapPopup):
    """Emits the zone that a person chooses and closes."""

    zone_chosen = Signal(str, str)

    def ask(
        self,
        target: Target,
        names: Callable[[Place], tuple[str, str]],
        pictures: Callable[[Place], QPixmap],
        corner: QPoint,
    ) -> None:
        """Opens near a corner; `names` gives the name of a place and how it is marked."""
        self._empty()
        title, note = self.tr("Which place do you mean?"), self.tr("Your finger was between these places.")
        if target.group is not None:
            title, note = target_name(target.group, side_of(target.places)), target_question(target.group)
        self.setAccessibleName(title)
        self.box.addWidget(label(title, "title", wrap=True))
        self.box.addWidget(label(note, "body", "muted", wrap=True))
        for place in target.places:
            choice = ZoneChoice(place, *names(place), pictures(place), self)
            choice.clicked.connect(self._chosen)
            self.box.addWidget(choice)
        self.fit_to(WIDTH)
        self.stand_at(corner)
        self.choices()[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def choices(self) -> Sequence[ZoneChoice]:
        """Gives the zones that are offered."""
        return self.findChildren(ZoneChoice)

    def _empty(self) -> None:
        while self.box.count():
            item = self.box.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()

    def _chosen(self) -> None:
        choice = self.sender()
        if isinstance(choice, ZoneChoice):
            self.close()
            self.zone_chosen.emit(*choice.place)
