"""Changes the template of the SOAP note: what it says at once, what is wrong with it while it is typed."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop import chosen_file
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.enter_key import presses_what_is_at_hand
from hipmap.desktop.labels import label
from hipmap.desktop.link_button import link_button
from hipmap.desktop.look import look
from hipmap.desktop.notes.clinic_template import (
    FILE,
    note_by,
    own_template,
    place_of_template,
    text_of_hipmap,
)
from hipmap.desktop.notes.field_words import field_words
from hipmap.desktop.notes.template_editor import TemplateEditor
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.reports.file_out import failure_words, is_there, may_replace
from hipmap.desktop.settings.governed import export_refusal
from hipmap.desktop.window_size import first_size
from hipmap.exchange.report import Report
from hipmap.exchange.soap.template import WrongTemplate
from hipmap.model.problems import BadInput
from hipmap.storage.note_template import read_template, write_template

SIZE = (1000, 680)
FIELDS_WIDTH, FIELDS_SHARE = 260, 0.42


class TemplateDialog(QDialog):
    """Nothing is kept before it is said; what is wrong can not be kept."""

    kept = Signal(str)

    def __init__(self, preferences: Preferences, example: Report, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Template of the SOAP note"))
        self._place, self._example = place_of_template(preferences), example
        self.editor, self.preview = TemplateEditor(), QPlainTextEdit()
        self.fields = TwoLineList(self.tr("Fields"))
        self.wrong = label("", "body", "danger", wrap=True)
        self.go = link_button(self._go_to_wrong)
        self.go.setText(self.tr("Go to this line"))
        self.go.hide()
        self.count = label("", "caption", "muted")
        self.insert = QPushButton(self.tr("Insert this field"))
        self.reset = QPushButton(self.tr("hipmap’s own"))
        self.load = QPushButton(self.tr("Load…"))
        self.store = QPushButton(self.tr("Save to a file…"))
        self.stay, self.keep = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Use this template"))
        self._lay()
        self._join()
        self._show_fields()
        self._begin(own_template(preferences))

    # ---- parts

    def _lay(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        box.setSpacing(Space.S)
        box.addWidget(label(self.windowTitle(), "heading", wrap=True))
        words = self.tr(
            "A field in {{braces}} is filled in; {{origins:3}} tells the first three things of it. What "
            "stands in [brackets] is left out where its fields are empty. At most 25 lines, in plain letters."
        )
        box.addWidget(label(words.format(), "body", "muted", wrap=True))
        self.preview.setProperty("kind", "code")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        if export_refusal("soap"):  # the note is seen, and not selected
            self.preview.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        shown = self.tr("The note of the open case") if self._is_open_case() else self.tr("An example")
        self._put(grid, 0, self.tr("Template"), self.editor)
        grid.setRowStretch(1, 2)
        told = QHBoxLayout()
        told.addWidget(self.wrong, 1)
        told.addWidget(self.go)
        grid.addLayout(told, 2, 0)
        self._put(grid, 3, shown, self.preview, rows=2, told=self.count)
        grid.setRowStretch(4, 1)
        grid.addWidget(label(self.tr("Fields"), "strong"), 0, 1)
        grid.addWidget(self.fields, 1, 1, 4, 1)
        grid.addWidget(self.insert, 5, 1)
        grid.setColumnStretch(0, 1)
        box.addLayout(grid, 1)
        box.addLayout(self._foot())
        self.resize(first_size(*SIZE))
        self.fields.setFixedWidth(min(look().px(FIELDS_WIDTH), round(self.width() * FIELDS_SHARE)))

    def _put(
        self,
        grid: QGridLayout,
        row: int,
        name: str,
        field: QPlainTextEdit,
        rows: int = 1,
        told: QLabel | None = None,
    ) -> None:
        """Puts a field below its name; what is told of it stands beside the name, where it costs no line."""
        field.setAccessibleName(name)
        head = QHBoxLayout()
        head.addWidget(label(name, "strong"), 1)
        if told is not None:
            head.addWidget(told)
        grid.addLayout(head, row, 0)
        grid.addWidget(field, row + 1, 0, rows, 1)

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for button in (self.stay, self.keep, self.insert):
            button.setAutoDefault(False)
        self.keep.setProperty("kind", "primary")
        line.addWidget(ButtonFlow(self.reset, self.load, self.store), 1)
        line.addWidget(self.stay, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _join(self) -> None:
        self.editor.textChanged.connect(self._show)
        self.fields.itemActivated.connect(self._insert)
        self.insert.clicked.connect(lambda: self._insert(self.fields.currentItem()))
        self.reset.clicked.connect(lambda: self.editor.replace_all(text_of_hipmap()))
        self.load.clicked.connect(self._ask_load)
        self.store.clicked.connect(self._ask_store)
        self.stay.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)

    def _is_open_case(self) -> bool:
        parent = self.parentWidget()
        session = getattr(parent, "session", None)
        return session is not None and session.case == self._example.case

    def _show_fields(self) -> None:
        self.fields.show_rows([(f"{{{name}}}", means, name) for name, means in field_words().items()])
        self.fields.setCurrentRow(0)

    # ---- what is shown

    def _begin(self, own: Path | None) -> None:
        """Begins with the clinic's template; one that cannot be read is told, and hipmap's own shown."""
        try:
            text = text_of_hipmap() if own is None else read_template(own)
        except BadInput as problem:
            self.editor.setPlainText(text_of_hipmap())
            words = self.tr("{why}. Below is hipmap’s own; yours stays as it is until you use another.")
            self._say(words.format(why=str(problem).rstrip(".")))
            return
        self.editor.setPlainText(text)

    def _show(self) -> None:
        try:
            note = note_by(self._example, self.editor.toPlainText())
        except BadInput as problem:
            self._say(str(problem).removeprefix(f"{FILE}: "))
            line = problem.line if isinstance(problem, WrongTemplate) else 0
            self.editor.show_wrong(line)
            self.go.setVisible(line not in (0, self.editor.textCursor().blockNumber() + 1))
            self.preview.setEnabled(False)  # the last note that could be written stays, but pale
            self.count.clear()
            self.keep.setEnabled(False)
            return
        self._say("")
        self.go.hide()
        self.editor.show_wrong(0)
        self.preview.setEnabled(True)
        self.preview.setPlainText(note)
        self.count.setText(self.tr("Lines: {count} of 25").format(count=len(note.splitlines())))
        self.keep.setEnabled(self._place is not None)

    def _say(self, words: str) -> None:
        """Says what is wrong; a reader of the screen hears it only when it is another than before."""
        words = words[:1].upper() + words[1:]
        if words == self.wrong.text():
            return
        self.wrong.setText(words)
        self.wrong.setAccessibleName(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.wrong, QAccessible.Event.Alert))

    def _go_to_wrong(self) -> None:
        self.editor.go_to_wrong()
        self.go.hide()

    # ---- what is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not presses_what_is_at_hand(event, self):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """What was typed is not thrown away by one key."""
        if self.editor.document().isModified() and not self._may_leave():
            return
        super().reject()

    def _may_leave(self) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        box.setText(self.tr("Leave the template as it was?"))
        box.setInformativeText(self.tr("What you changed here is not kept."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Discard | buttons.Cancel)
        box.button(buttons.Discard).setText(self.tr("Leave it as it was"))
        box.setDefaultButton(buttons.Cancel)
        return box.exec() == buttons.Discard

    def _insert(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.editor.put(item.text())

    def _ask_load(self) -> None:
        name = chosen_file.file_to_open(self, self.tr("Load a template"), str(Path.home()), self._files())
        if not name:
            return
        try:
            self.editor.replace_all(read_template(Path(name)))
        except BadInput as problem:
            self._say(str(problem))

    def _ask_store(self) -> None:
        start = str(Path.home() / FILE)
        name = chosen_file.file_to_save(self, self.tr("Save the template"), start, self._files(), asks=False)
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(".txt")
            if not is_there(path) or may_replace(self, path):
                self._write(path)

    def _write(self, path: Path) -> bool:
        try:
            write_template(path, self.editor.toPlainText())
        except BadInput as problem:
            self._say(str(problem))
            return False
        self.count.setText(self.tr("Saved as {file}").format(file=path.name))
        return True

    def _keep(self) -> None:
        """Hipmap's own is not kept as a file, so that a later hipmap may bring a better one."""
        if self._place is None:
            return
        if self.editor.toPlainText() == text_of_hipmap():
            try:
                self._place.unlink(missing_ok=True)
            except OSError as problem:
                self._say(failure_words(problem))
                return
            words = self.tr("SOAP notes are written by hipmap’s own template.")
        elif self._write(self._place):
            words = self.tr("SOAP notes are written by your template from now on.")
        else:
            return
        self.editor.document().setModified(False)
        self.kept.emit(words)
        self.accept()

    def _files(self) -> str:
        return self.tr("Templates ({pattern});;All files (*)").format(pattern="*.txt")
