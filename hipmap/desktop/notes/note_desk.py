"""Copies the SOAP note of the case at the consultation, and opens its template to be changed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.cleared_copy import ClearedCopy
from hipmap.desktop.settings.governed import export_refusal

if TYPE_CHECKING:  # What writes a note is loaded when the first one is asked for.
    from pathlib import Path

    from hipmap.desktop.main_window import MainWindow
    from hipmap.exchange.report import Details, Report
    from hipmap.exchange.side_check import Disagreement
    from hipmap.model.problems import BadInput


class NoteDesk(QObject):
    """Made once; it outlives a change of language."""

    def __init__(self, window: "MainWindow", session: CaseSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.copied = ClearedCopy(self)
        session.opened.connect(self._forget_way)

    def copy_note(self) -> None:
        """Copies the note, or says why it cannot be and where that can be mended."""
        from hipmap.desktop.notes.clinic_template import own_template

        self._copy(own_template(self._window.preferences))

    def edit_template(self) -> None:
        """Opens the template, with the note of this case beside it."""
        from hipmap.desktop.notes.template_dialog import TemplateDialog

        dialog = TemplateDialog(self._window.preferences, self._example(), self._window)
        dialog.kept.connect(lambda words: self._window.tell(words, "calm"))
        dialog.open()

    # ---- parts

    def _copy(self, template: "Path | None") -> None:
        from hipmap.desktop.notes.clinic_template import note_of
        from hipmap.exchange.side_check import disagreements
        from hipmap.model.problems import BadInput

        if not self._is_something_to_write():
            return
        if kept_in := export_refusal("soap"):
            self._window.tell(kept_in)
            return
        report = self._report()
        disagreement = next(disagreements(report), None)
        if disagreement is not None:
            self._tell_sides(disagreement)
            return
        try:
            note = note_of(report, template)
        except BadInput as problem:
            self._tell_template(problem)
            return
        goes = self._window.preferences.records_clipboard == "minute"
        self.copied.copy(note, goes)
        self._tell_records()
        count = len(note.splitlines())
        words = self.tr("SOAP note copied: {count} lines. It stays on the clipboard until you copy another.")
        if goes:
            words = self.tr(
                "SOAP note copied: {count} lines. The clipboard is cleared after a minute, and when hipmap "
                "closes."
            )
        self._window.tell(words.format(count=count), "calm")

    def _tell_records(self) -> None:
        if self._window.records is not None:
            from hipmap.desktop.reports.leaving_records import tell_copied

            tell_copied(self._window, "soap")

    def _is_something_to_write(self) -> bool:
        """Says why there is no note here; at home nobody writes one."""
        room, case = self._window.room, self._session.case
        if room is None or room.name != "consultation":
            words = self.tr(
                "The SOAP note is written at the clinician’s desk. Go there with View, Consultation."
            )
        elif not case.marks and not case.answers:
            words = self.tr("There is nothing to write yet. Mark a place or answer a question first.")
        else:
            return True
        self._window.tell(words, "calm")
        return False

    def _report(self) -> "Report":
        """The figures are those of this very case, also where the window is still working them out."""
        from hipmap.exchange.report import Report

        session, window = self._session, self._window
        return Report(
            session.case,
            session.assessed_whole(session.case),
            session.knowledge,
            self._details(),
            window.preferences.country or None,
        )

    def _details(self) -> "Details":
        from hipmap.desktop.records.day_words import today
        from hipmap.exchange.report import Details

        records = self._window.records
        visit = records.visit if records is not None else None
        if visit is None or visit.visit is None or visit.patient is None:
            return Details(day=today())
        from hipmap.desktop.records.visit_details import details_of

        return details_of(visit.patient, visit.visit.day, visit.note)

    def _example(self) -> "Report":
        """The case that is open, or one of hipmap's where nothing is marked or answered."""
        from dataclasses import replace

        from hipmap.reasoning import assess
        from hipmap.storage.assets import asset
        from hipmap.storage.case_files import read_case

        report = self._report()
        if report.case.marks or report.case.answers:
            return report
        case = read_case(asset("examples/hip_joint.json"), report.knowledge)
        return replace(report, case=case, assessment=assess(case, report.knowledge))

    def _tell_sides(self, disagreement: "Disagreement") -> None:
        from hipmap.desktop.reports.side_words import side_words

        words = self.tr("The SOAP note was not copied. {why}").format(
            why=side_words(disagreement, self._session.knowledge, "clinician")
        )
        asked = list(disagreement.findings)
        way = (self.tr("Go to these answers"), partial(self._ask, asked)) if asked else None
        self._window.tell(words, "problem", way)

    def _ask(self, findings: list[str]) -> None:
        if self._window.consultation is not None:
            self._window.consultation.ask(findings)

    def _tell_template(self, problem: "BadInput") -> None:
        words = self.tr(
            "Nothing was copied: the clinic’s template of the SOAP note cannot be used. {why}. Mend it under "
            "Edit, Template of the SOAP note."
        )
        way = (self.tr("Copy with hipmap’s own template"), partial(self._copy, None))
        self._window.tell(words.format(why=str(problem).rstrip(".")), "problem", way)

    def _forget_way(self) -> None:
        """What was offered for one case is not done to the next."""
        message = self._window.message
        if message is not None and not message.way.isHidden():
            message.forget()
