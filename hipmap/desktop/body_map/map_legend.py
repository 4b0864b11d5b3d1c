"""What the patterns on the map mean, each beside a sample of how it is drawn."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hipmap.desktop.body_map.map_popup import MapPopup
from hipmap.desktop.body_map.mark_painting import mark_picture
from hipmap.desktop.body_map.pin_painting import paint_pin
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.case import Mark

SAMPLE = 32
WIDTH = 340


class MapLegend(MapPopup):
    """Lists every pattern; it is made anew each time, in the words and colours of the moment."""

    def open_below(self, button: QWidget) -> None:
        """Opens below the button that asked for it."""
        while self.box.count():
            item = self.box.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        title = QCoreApplication.translate("BodyMap", "What the patterns mean")
        self.setAccessibleName(title)
        self.box.addWidget(label(title, "title", wrap=True))
        for picture, words in self._samples():
            self.box.addWidget(_row(picture, words))
        done = QPushButton(QCoreApplication.translate("BodyMap", "Close"))
        done.clicked.connect(self.close)
        self.box.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        self.fit_to(WIDTH)
        self.stand_at(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + Space.XS)))
        done.setFocus(Qt.FocusReason.PopupFocusReason)

    def _samples(self) -> list[tuple[QPixmap, str]]:
        ratio = self.devicePixelRatioF()
        found = []
        for words, mark in _patterns():
            found.append((mark_picture(mark, look().theme, look().px(SAMPLE), ratio), words))
        pin = QPixmap(QSize(look().px(SAMPLE), look().px(SAMPLE)) * ratio)
        pin.setDevicePixelRatio(ratio)
        pin.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pin)
        paint_pin(painter, QPoint(look().px(SAMPLE) // 2, look().px(SAMPLE) - 3).toPointF())
        painter.end()
        return [*found, (pin, QCoreApplication.translate("BodyMap", "The spot that one finger points at"))]


def _patterns() -> list[tuple[str, Mark]]:
    tr = QCoreApplication.translate

    def mark(**fields: object) -> Mark:
        return Mark.model_validate({"zone": "-", "side": "midline", **fields})

    return [
        (tr("BodyMap", "Pain: the darker, the stronger"), mark(intensity=6)),
        (tr("BodyMap", "The worst spot"), mark(worst=True)),
        (tr("BodyMap", "Burning pain"), mark(feel=("burning",))),
        (tr("BodyMap", "Electric pain"), mark(feel=("electric",))),
        (tr("BodyMap", "Numb or tingling"), mark(kind="numb")),
        (tr("BodyMap", "Pain spreads here; the arrow shows from where"), mark(kind="spread")),
        (tr("BodyMap", "No pain here"), mark(kind="none")),
    ]


def _row(picture: QPixmap, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.M)
    sample = QLabel()
    sample.setPixmap(picture)
    line.addWidget(sample, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, wrap=True), 1)
    return row
