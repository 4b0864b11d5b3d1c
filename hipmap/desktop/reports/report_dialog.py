"""Letters, handouts and files of a case: what each will look like, and the ways to get it out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.notes.clinic_template import named_texts
from hipmap.desktop.reports.beside import Beside, Problem
from hipmap.desktop.reports.details_form import About
from hipmap.desktop.reports.file_out import asked_place, failure_words
from hipmap.desktop.reports.kinds import KIND_BY_ID, KINDS, ReportKind, kind_words
from hipmap.desktop.reports.report_frame import ReportFrame
from hipmap.desktop.reports.side_words import side_words
from hipmap.desktop.reports.source import Shown, Source
from hipmap.desktop.restyle import say
from hipmap.desktop.settings.governed import export_refusal
from hipmap.exchange.report import Details
from hipmap.exchange.side_check import Disagreement
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.report_kinds import Wanted
from hipmap.storage.whole_file import replace_file

if TYPE_CHECKING:  # Printing is loaded when something is printed, the records when they are opened.
    from PySide6.QtPrintSupport import QPrinter

    from hipmap.desktop.reports.leaving_records import Leaving

T = TypeVar("T")
TYPING_MS = 350
"""Nobody has typed for so long before the pages are set anew."""


class ReportDialog(ReportFrame):
    """What is typed here goes with the dialog. `show_asked` names answers that are to be looked at."""

    show_asked = Signal(list)

    def __init__(
        self,
        source: Source,
        words: tuple[Knowledge, Voice],
        parent: QWidget,
        copy: Callable[[str | QImage, str], object],
        about: About | None = None,
        template: Path | None = None,
        kinds: Sequence[ReportKind] = KINDS,
        leaving: "Leaving | None" = None,
    ) -> None:
        """`words` says what is refused, `template` is a clinic's SOAP note, `leaving` tells the records."""
        super().__init__(parent, about, kinds)
        self._copy_out = copy
        self.form.of_template = named_texts(template) if template is not None else ()
        self._source, self._words, self._template = source, words, template
        self._leaving = leaving
        self._work = Beside(self)
        self._kind = kinds[0]
        self._problem: Disagreement | None = None
        self._checked_for: tuple[str, str] | None = None
        self._once_seen: Callable[[], object] | None = None
        self._is_printing = self._goes_after = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_anew)
        self.kinds.currentRowChanged.connect(self._choose_row)
        self.form.edited.connect(partial(self._wait, TYPING_MS))
        self.refused.checked.connect(self._check_sides)
        self.refused.show_asked.connect(self._show_problem)
        self.save.clicked.connect(partial(self._once_it_is_seen, self._save))
        self.print_button.clicked.connect(partial(self._once_it_is_seen, self._print))
        self.copy.clicked.connect(partial(self._once_it_is_seen, self._copy))

    def open_at(self, kind: str, voices: dict[str, Voice]) -> None:
        """Opens with a kind chosen, and in whose words each is written at first."""
        self.form.start_with(voices)
        row = [one.id for one in self.offered].index(kind)
        if row == self.kinds.currentRow():
            self._choose_row(row)
        self.kinds.setCurrentRow(row)
        self.open()

    @property
    def kind(self) -> ReportKind:
        return self._kind

    @property
    def is_settled(self) -> bool:
        """Whether all that is chosen is seen, and nothing is being written."""
        return not self._soon.isActive() and not self._work.is_at_work

    def wanted(self) -> Wanted:
        """Gives what would be written."""
        return Wanted(
            self._kind.id,
            self.form.ending,
            self.form.voice,
            template=self._template if self._kind.id == "soap" else None,
            identified=self.form.is_identified,
            sides_checked=self.refused.sure.isChecked(),
        )

    def done(self, result: int) -> None:
        """Closes at any moment; what is being written to a file, or printed, still gets there whole."""
        self._soon.stop()
        if self._is_printing:
            self._goes_after = True
            self.hide()
            return
        self._work.finish()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.chooser.setFocus()

    # ---- what it will look like

    def _choose_row(self, row: int) -> None:
        self._kind = self.offered[row]
        self.form.show_kind(self._kind)
        self.print_button.setVisible(self._kind.is_printed)
        self.copy.setVisible(self._kind.is_copied)
        self.preview.forget()
        self._tell("")
        self._wait(0)

    def _wait(self, milliseconds: int) -> None:
        self._work.forget_latest()
        texts = self._texts()
        if self.refused.sure.isChecked() and texts != self._checked_for:
            self.refused.sure.setChecked(False)  # what was checked were other words
        self._soon.start(milliseconds)

    def _show_anew(self) -> None:
        wrong = self.form.wrong()
        if wrong:
            self._allow(False)
            self._once_seen = None
            self._tell(self.tr("This is no day that can be read: write year-month-day, as 1960-04-30."), True)
            return
        wanted, details = self.wanted(), self.form.details()
        self.preview.show_busy()
        self._work.ask_latest(
            lambda: self._source.shown(wanted, details), partial(self._seen, details), self._failed
        )

    def _seen(self, details: Details, shown: Shown) -> None:
        self._problem = shown.refused
        self.refused.tell(side_words(shown.refused, *self._words) if shown.refused is not None else "")
        if self.state.property("tone") == "danger":
            self._tell("")
        self._allow(shown.refused is None)
        name = kind_words()[self._kind.id][0]
        self.preview.show_report(shown, name, self._kind.looks, is_code=self._kind.id != "soap")
        action, self._once_seen = self._once_seen, None
        if action is not None and self.save.isEnabled():
            action()

    def _allow(self, may: bool) -> None:
        """What the policy of an administrator keeps in is seen here and goes nowhere."""
        kept_in = export_refusal(self._kind.id)
        for button in (self.save, self.print_button, self.copy):
            button.setEnabled(may and not kept_in)
        self.preview.let_out(not kept_in)
        if kept_in:
            self._tell(kept_in, True)

    def _failed(self, problem: Problem) -> None:
        self._once_seen = None
        self._tell(failure_words(problem), True)

    # ---- sides

    def _texts(self) -> tuple[str, str]:
        details = self.form.details()
        return details.question, details.note

    def _check_sides(self, checked: bool) -> None:
        self._checked_for = self._texts() if checked else None
        self._wait(0)

    def _show_problem(self) -> None:
        """Leads to the words here, or away to the answers."""
        problem = self._problem
        if problem is not None and problem.text:
            field = self.form.fields[problem.text]
            field.setFocus()
            field.selectAll()
        elif problem is not None:
            findings = list(problem.findings)
            self.reject()
            self.show_asked.emit(findings)

    # ---- ways out

    def _once_it_is_seen(self, action: Callable[[], object]) -> None:
        """What goes out has been seen: while it is still being set, the action waits for that."""
        if self.is_settled:
            action()
            return
        self._once_seen = action
        if self._soon.isActive():
            self._soon.start(0)

    def _copy(self) -> None:
        shown = self.preview.shown
        self._copy_out(shown.pages[0] if shown.pages else shown.words, self._kind.id)
        self._tell(self.tr("Copied."))

    def _save(self) -> None:
        title = self.tr("Save: {what}").format(what=kind_words()[self._kind.id][0])
        path = asked_place(self, title, self._kind.file, self.form.ending)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Writes what is seen to a file, whole or not at all."""
        wanted, details = self.wanted(), self.form.details()
        self._tell(self.tr("Saving…"))
        self._work.ask(
            lambda: replace_file(path, self._let_go(lambda: self._source.content(wanted, details), wanted)),
            lambda _nothing: self._tell(self.tr("Saved as {file}.").format(file=path.name)),
            self._failed,
        )

    def _print(self) -> None:
        from hipmap.desktop.reports.print_out import asked_printer, no_printer_words

        nowhere = export_refusal("print") or no_printer_words()
        if nowhere:
            self._tell(nowhere, True)
            return
        printer = asked_printer(self)
        if printer is not None:
            self.print_to(printer)

    def print_to(self, printer: "QPrinter") -> None:
        """Prints what is seen, as sharp as the printer draws."""
        from hipmap.desktop.reports.print_out import sharpness_of

        wanted, details = self.wanted(), self.form.details()
        note = self.preview.shown.words if self._kind.looks == "text" else None
        sharp = sharpness_of(printer)
        self._tell(self.tr("Printing…"))
        self._is_printing = True
        self._work.ask(
            lambda: self._let_go(lambda: note or self._source.to_print(wanted, details, sharp), wanted),
            partial(self._paint, printer),
            self._not_printed,
        )

    def _let_go(self, make: Callable[[], T], wanted: Wanted) -> T:
        """Makes what leaves, once the records know of it; beside the window.

        They are told first: who presses Save and locks the screen finds the file all the same.
        """
        if self._leaving is not None and KIND_BY_ID[wanted.kind].is_of_case:
            self._leaving(wanted.kind)
        return make()

    def _paint(self, printer: "QPrinter", what: tuple[QImage, ...] | str) -> None:
        from hipmap.desktop.reports.print_out import print_pages, print_text

        went = print_text(printer, what) if isinstance(what, str) else print_pages(printer, what)
        self._tell_printed(went)
        self._printed()

    def _not_printed(self, problem: Problem) -> None:
        self._failed(problem)
        self._printed()

    def _printed(self) -> None:
        self._is_printing = False
        if self._goes_after:
            self.reject()

    def _tell_printed(self, went: bool) -> None:
        if went:
            self._tell(self.tr("Sent to the printer."))
        else:
            self._tell(self.tr("The printer could not be reached. Choose another, or save the file."), True)

    def _tell(self, words: str, is_problem: bool = False) -> None:
        self.state.setText(words)
        say(self.state, "tone", "danger" if is_problem else "muted")
        if is_problem:
            QAccessible.updateAccessibility(QAccessibleEvent(self.state, QAccessible.Event.Alert))
        elif words:
            announce(self.state, words)
