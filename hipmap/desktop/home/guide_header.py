"""The progress of the guide: five steps, of which those that were reached can be gone back to."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.stops import STEPS, Step
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width

CIRCLE = 26


class StepButton(QAbstractButton):
    """A circle with a number, or a tick where all is done, and the name of the step."""

    def __init__(self, step: Step, number: int, name: str) -> None:
        super().__init__()
        self.step, self.number = step, number
        self.is_done = False
        self.setCheckable(True)
        self.setText(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def nextCheckState(self) -> None:
        """Leaves the state alone."""

    def show_state(self, now: bool, done: bool, reached: bool) -> None:
        self.is_done = done
        self.setChecked(now)
        self.setEnabled(reached)
        self.setCursor(Qt.CursorShape.PointingHandCursor if reached else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        worn = look()
        words = text_width(self.text(), "large_note", worn.text_scale)
        return QSize(worn.px(CIRCLE + Space.S + Space.L) + words + 4, worn.px(Size.TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        size = worn.px(CIRCLE)
        circle = QRectF(worn.px(Space.S), (self.height() - size) / 2, size, size)
        rest = QRectF(circle.right() + worn.px(Space.S), 0, self.width(), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            circle.moveLeft(self.width() - circle.right())
            rest = QRectF(0, 0, circle.left() - worn.px(Space.S), self.height())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), Radius.M, Radius.M)
        now, done = self.isChecked(), self.is_done
        painter.setPen(QPen(QColor(theme.accent if now or done else theme.edge), 1.2))
        painter.setBrush(QColor(theme.accent if now else theme.accent_soft if done else theme.surface))
        painter.drawEllipse(circle)
        ink = theme.on_accent if now else theme.on_accent_soft if done else theme.muted
        if done and not now:
            box = circle.adjusted(5, 5, -5, -5).toRect()
            painter.drawPixmap(box, icon_pixmap("check", ink, box.width()))
        else:
            painter.setPen(QColor(ink))
            painter.setFont(worn.font("strong"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.setPen(QColor(theme.text if now else theme.muted))
        painter.setFont(worn.font("large_note"))
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(rest, int(start), self.text())


class GuideHeader(QFrame):
    """All five steps on one line; where they do not fit, the present one in words."""

    step_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_header")
        self.setAccessibleName(self.tr("Steps"))
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.XS, Space.L, Space.XS)
        line.setSpacing(Space.S)
        line.addStretch(1)
        self.steps = {step: self._button(step, number) for number, step in enumerate(STEPS, start=1)}
        for button in self.steps.values():
            line.addWidget(button)
        self.short = label("", "large_strong", wrap=True)
        line.addWidget(self.short, 8)
        line.addStretch(1)
        self.leave = HomeButton(self.tr("Leave"), "link")
        self.leave.clicked.connect(self.left)
        line.addWidget(self.leave)

    def show_step(self, now: Step, done: frozenset[Step], reached: frozenset[Step]) -> None:
        for step, button in self.steps.items():
            button.show_state(step == now, step in done, step in reached)
            button.setAccessibleName(self._read_out(button))
        words = self.tr("Step {number} of {count}: {name}")
        number = STEPS.index(now) + 1
        self.short.setText(words.format(number=number, count=len(STEPS), name=self.steps[now].text()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "leave"):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        wanted = sum(button.sizeHint().width() + Space.S for button in self.steps.values())
        fits = wanted + self.leave.sizeHint().width() + 2 * Space.XL <= self.width()
        for button in self.steps.values():
            button.setVisible(fits)
        self.short.setVisible(not fits)
        self._line.setStretch(0, 1 if fits else 0)  # words begin where those of the screen below begin

    def _button(self, step: Step, number: int) -> StepButton:
        button = StepButton(step, number, self._names()[step])
        button.clicked.connect(lambda: self.step_chosen.emit(step))
        return button

    def _read_out(self, button: StepButton) -> str:
        if button.isChecked():
            return self.tr("{name}, step {number}, you are here").format(
                name=button.text(), number=button.number
            )
        if button.is_done:
            return self.tr("{name}, step {number}, done").format(name=button.text(), number=button.number)
        return self.tr("{name}, step {number}").format(name=button.text(), number=button.number)

    def _names(self) -> dict[Step, str]:
        return {
            "safety": self.tr("Safety"),
            "where": self.tr("Where it hurts"),
            "questions": self.tr("Questions"),
            "movements": self.tr("Movements"),
            "result": self.tr("Your result"),
        }
