"""A field for a template: letters of one width, numbers beside the lines, the wrong line in a colour."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look


class TemplateEditor(QPlainTextEdit):
    """Tab leads on, as in every field; text is never wrapped, so that a line is a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "code")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the language of templates runs so
        self._numbers = _LineNumbers(self)
        self._wrong = 0
        self.updateRequest.connect(lambda _rect, _by: self._numbers.update())
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self._make_room()

    def show_wrong(self, line: int) -> None:
        """Colours a line, counted from 1; 0 colours none."""
        self._wrong = line
        found = []
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            chosen = QTextEdit.ExtraSelection()
            chosen.format.setBackground(QColor(look().theme.danger_soft))
            chosen.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            chosen.cursor = QTextCursor(block)
            found.append(chosen)
        self.setExtraSelections(found)
        self._numbers.update()

    def go_to_wrong(self) -> None:
        """Puts the cursor into the line that is coloured."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._wrong - 1)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, text: str) -> None:
        """Writes a text where the cursor stands, as one step that can be undone."""
        self.textCursor().insertText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_all(self, text: str) -> None:
        """Puts another text in the place of all; this too can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the dialog, not only the field."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.room(), inside.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_wrong"):
            self._make_room()
            self.show_wrong(self._wrong)

    def room(self) -> int:
        """Gives the width of the numbers."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * Space.S

    def paint_numbers(self, painter: QPainter) -> None:
        worn = look()
        block, top = self.firstVisibleBlock(), self.contentOffset().y()
        painter.setFont(self.font())
        while block.isValid() and top <= self.viewport().height():
            tall = self.blockBoundingRect(block).height()
            is_wrong = block.blockNumber() + 1 == self._wrong
            painter.setPen(QColor(worn.theme.danger if is_wrong else worn.theme.muted))
            box = QRect(0, round(top), self.room() - Space.S, round(tall))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block, top = block.next(), top + tall

    def _make_room(self) -> None:
        self.setViewportMargins(self.room(), 0, 0, 0)


class _LineNumbers(QWidget):
    """Beside the text; nobody can hit it."""

    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(self._editor.room(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._editor.paint_numbers(painter)
        painter.end()
