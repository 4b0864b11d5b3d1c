"""Opens the window of reports for the case that is open, and leads to what has to be corrected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from hipmap.desktop.cleared_copy import ClearedCopy
from hipmap.desktop.languages import language_on_paper
from hipmap.desktop.notes.clinic_template import own_template
from hipmap.desktop.reports.details_form import About
from hipmap.desktop.reports.kinds import KINDS, KINDS_AT_HOME
from hipmap.desktop.reports.report_dialog import ReportDialog
from hipmap.desktop.reports.source import Source
from hipmap.model.voice import Voice

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow
    from hipmap.desktop.reports.leaving_records import Leaving

COPY = "reports_copy"


def open_reports(window: "MainWindow", kind: str = "", to_print: bool = False) -> ReportDialog | None:
    """Opens it; at home everything is first said to the patient, and the handout comes first."""
    session, room = window.session, window.room
    if session is None or room is None or _must_view_first(window):
        return None
    at_home = room.name == "home"
    country = window.preferences.country or None
    dialog = ReportDialog(
        Source(session.case, session.knowledge, session.assessed_whole, country, language_on_paper()),
        (session.knowledge, window.voice),
        window,
        lambda what, kind: _copy(window, what, kind),
        _about(window),
        own_template(window.preferences),
        KINDS_AT_HOME if at_home else KINDS,
        _leaving(window),
    )
    dialog.show_asked.connect(lambda findings: _show(window, findings))
    if at_home:
        dialog.show_large()
    own: dict[str, Voice] = {one.id: "patient" if at_home else "clinician" for one in KINDS}
    dialog.open_at(kind or ("handout" if at_home else "letter"), {**own, "handout": "patient"})
    if to_print:
        dialog.print_button.setFocus()
    return dialog


def _must_view_first(window: "MainWindow") -> bool:
    """Where the own view comes first, no letter shows the result before it."""
    desk = window.consultation
    if desk is None or not desk.result.is_covered():
        return False
    words = QCoreApplication.translate(
        "Reports",
        "Letters and other files show the result. Give your own view first, or choose “Show without”.",
    )
    window.tell(words, "calm")
    desk.go_to("result")
    return True


def _about(window: "MainWindow") -> About | None:
    visit = window.records.visit if window.records is not None else None
    if visit is None or visit.patient is None or visit.visit is None:
        return None
    return About(visit.patient.identity, visit.visit.day)


def _leaving(window: "MainWindow") -> "Leaving | None":
    if window.records is None:
        return None
    from hipmap.desktop.reports.leaving_records import leaving_visit

    return leaving_visit(window)


def _copy(window: "MainWindow", what: str | QImage, kind: str) -> None:
    """The copy outlives the window of reports, and goes after its minute where that is set."""
    copied = window.findChild(ClearedCopy, COPY)
    if copied is None:
        copied = ClearedCopy(window)
        copied.setObjectName(COPY)
    goes = window.preferences.records_clipboard == "minute"
    if isinstance(what, QImage):
        copied.copy_picture(what, goes)
    else:
        copied.copy(what, goes)
    if window.records is not None:
        from hipmap.desktop.reports.leaving_records import tell_copied

        tell_copied(window, kind)


def _show(window: "MainWindow", findings: list[str]) -> None:
    if window.consultation is not None:
        window.consultation.ask(findings)
    elif window.home is not None:
        window.home.look_over()
