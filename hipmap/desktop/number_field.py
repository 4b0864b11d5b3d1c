"""A field for one number with its unit, stepped by two buttons and by the arrow keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say

UnitOf = Callable[[float], str]
"""Gives what stands after a number: 1 week, 2 weeks."""
# Numbers of which each stands with another form of a word in some language.
_SAMPLE = (0, 1, 1.5, 2, 5, 11, 100)


class NumberField(QWidget):
    """Emits `entered` with a number, or None when it is emptied; a wrong text is marked and kept back."""

    entered = Signal(object)
    refused = Signal(bool)  # whether the text is no number that can be
    left = Signal()

    def __init__(
        self,
        name: str,
        ends: tuple[float, float],
        unit: UnitOf | None = None,
        stepped: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.least, self.most = ends
        self.field = QLineEdit(self)
        self.field.setAccessibleName(name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self.left)
        self.field.installEventFilter(self)
        self.steppers: list[QToolButton] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        line.addStretch(1)
        line.addWidget(self.field)
        if stepped:
            less = self._step_button("minus", self.tr("Less"), -1)
            more = self._step_button("plus", self.tr("More"), +1)
            self.steppers = [less, more]
            line.insertWidget(1, less)
            line.addWidget(more)
        self._unit_of, self.unit = unit, label("", "body", "muted")
        line.addWidget(self.unit)
        self.unit.setVisible(unit is not None)
        self._show_unit()
        self._wear_look()

    def show_number(self, number: float | None) -> None:
        if number is None and self._is_refused() and self.field.hasFocus():
            return  # what was typed stays to be mended
        text = "" if number is None else f"{number:g}"
        if not self._means(number):
            self.field.setText(text)
        self._show_unit()
        self._mark_wrong(False)

    def show_unit(self, unit: UnitOf) -> None:
        """Names the unit in other words."""
        self._unit_of = unit
        self._show_unit()
        self._wear_look()

    def takes_minus(self) -> bool:
        """Whether a number below nought can be."""
        return self.least < 0

    def begin(self, first: str) -> None:
        """Starts a new number with the digit, or the minus, that was typed on the row."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setText(first)
        if first.isdigit():
            self._typed(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # Undo belongs to the case: the field's own undo would leave the two apart.
            own = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if own:
                event.ignore()
            return own
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._wear_look()
        super().changeEvent(event)

    def _step_button(self, drawing: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setProperty("drawing", drawing)
        button.setAccessibleName(f"{name}: {self.field.accessibleName()}")
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._step(step))
        return button

    def _wear_look(self) -> None:
        worn = look()
        size = worn.px(14)
        for button in self.steppers:
            button.setIcon(icon(button.property("drawing"), worn.theme.muted, size=size))
            button.setIconSize(QSize(size, size))
        home = bool(self.field.property("home"))  # where everything is larger
        letters = worn.font("large") if home else worn.font()
        digits = QFontMetrics(letters).horizontalAdvance("0") * max(3, len(f"{self.most:g}"))
        self.field.setFixedWidth(digits + worn.px(Space.XXL if home else Space.XL))
        self._keep_room()

    def _keep_room(self) -> None:
        """The field must not move when a number takes another form of its unit."""
        if self._unit_of is None:
            return
        self.unit.ensurePolished()
        self.unit.setMinimumWidth(0)
        widest = 0
        for number in _SAMPLE:
            self.unit.setText(self._unit_of(number))
            widest = max(widest, self.unit.sizeHint().width())
        self.unit.setMinimumWidth(widest)
        self._show_unit()

    def _show_unit(self) -> None:
        if self._unit_of is not None:
            self.unit.setText(self._unit_of(self._value() or 0))

    def _value(self) -> float | None:
        try:
            return float(self.field.text().strip().replace(",", "."))
        except ValueError:
            return None

    def _means(self, number: float | None) -> bool:
        """Whether the text says this number already, perhaps in letters that must not jump while typing."""
        return self._value() == number and (number is not None or not self.field.text())

    def _typed(self, text: str) -> None:
        value = self._value()
        fits = value is not None and self.least <= value <= self.most
        begun = text.strip() == "-" and self.least < 0
        self._mark_wrong(bool(text.strip()) and not fits and not begun)
        # Of a number that cannot be, its beginning is not the answer either.
        self.entered.emit(_plain(value) if fits and value is not None else None)

    def _step(self, step: int) -> None:
        value = self._value()
        start = self.least - step if value is None and step > 0 else self.most if value is None else value
        self.entered.emit(_plain(min(self.most, max(self.least, start + step))))

    def range_words(self) -> str:
        """Gives which numbers can be."""
        return self.tr("A number from {least:g} to {most:g}").format(least=self.least, most=self.most)

    def _is_refused(self) -> bool:
        return str(self.field.property("wrong")) == "true"

    def _mark_wrong(self, wrong: bool) -> None:
        changed = wrong != self._is_refused()
        say(self.field, "wrong", "true" if wrong else "false")
        self.field.setToolTip(self.range_words() if wrong else "")
        if changed:
            self.refused.emit(wrong)


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
