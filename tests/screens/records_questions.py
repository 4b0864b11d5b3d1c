"""The questions that the records ask before the window: how a person gets to each."""

from collections.abc import Callable

from hipmap.desktop.records.code_dialog import CodeDialog
from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.letter_dialogs import OpenLetterDialog
from hipmap.desktop.records.older_state_dialog import OlderStateDialog
from hipmap.desktop.records.passphrase_dialog import NewUserDialog, PassphraseDialog
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.renew_dialog import RenewDialog
from hipmap.desktop.records.reports_dialog import ReportsDialog
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.score_dialog import ScoreDialog
from hipmap.desktop.records.table_dialog import TableDialog
from hipmap.desktop.records.visit_dialogs import DayDialog, MoveDialog, VisitDeletionDialog
from tests.end_to_end.clinic import Clinic
from tests.screens.records_screens import (
    answered,
    keeping,
    letters,
    locked,
    patient,
    patients,
    scores,
    visit,
)
from tests.storage.records.small_vaults import OWNER, PASSPHRASE


def new_patient(clinic: Clinic) -> None:
    """With a day of birth that there is not."""
    clinic.person.press(patients(clinic).add)
    dialog = clinic.dialog(IdentityDialog)
    dialog.name.setText("Ada Lindqvist")
    dialog.number.setText("A-20")
    dialog.born.setText("1955-02-30")
    clinic.person.press(dialog.do)


def code(clinic: Clinic) -> None:
    clinic.person.press(patients(clinic).code)
    clinic.dialog(CodeDialog)
    answered(clinic)


def deletion(clinic: Clinic) -> None:
    patient(clinic).panel.delete.trigger()


def export(clinic: Clinic) -> ExportDialog:
    patient(clinic).panel.export.trigger()
    return clinic.dialog(ExportDialog)


def export_for_code(clinic: Clinic) -> None:
    dialog = export(clinic)
    clinic.person.choose(dialog.way, "code")
    clinic.person.press(dialog.do)


def new_score(clinic: Clinic) -> None:
    """Without its number."""
    clinic.person.press(scores(clinic).panel.scores.add)
    clinic.person.press(clinic.dialog(ScoreDialog).do)


def read_letter(clinic: Clinic) -> None:
    clinic.person.press(letters(clinic).panel.letters.open)
    clinic.dialog(OpenLetterDialog)


def remove_letter(clinic: Clinic) -> None:
    clinic.person.press(letters(clinic).panel.letters.remove)
    clinic.dialog(RemoveDialog)


def restoring(clinic: Clinic) -> None:
    """With what the backup would bring back."""
    clinic.person.press(keeping(clinic).backups.restore)
    dialog = clinic.dialog(RestoreDialog)
    dialog.secret.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    answered(clinic)


def own_passphrase(clinic: Clinic) -> None:
    """With one that is weak."""
    clinic.person.press(keeping(clinic).people.own)
    dialog = clinic.dialog(PassphraseDialog)
    dialog.old.setText(PASSPHRASE)
    dialog.new.setText("summer2024")
    clinic.person.press(dialog.do)


def new_recovery_key(clinic: Clinic) -> None:
    clinic.person.press(keeping(clinic).people.renew)
    clinic.dialog(RenewDialog)


def new_user(clinic: Clinic) -> None:
    clinic.person.press(keeping(clinic).people.add)
    clinic.dialog(NewUserDialog)


def remove_user(clinic: Clinic) -> None:
    page = keeping(clinic)
    page.people.people.setCurrentRow(0)
    clinic.person.press(page.people.remove)
    clinic.dialog(RemoveDialog)


def slow_share(clinic: Clinic) -> None:
    """The window is being closed while the last edit is on its way."""
    visit(clinic)
    clinic.desk.visit._saved = None
    dialog = clinic.desk._closing._saving()
    dialog.allow()
    dialog.open()


def table(clinic: Clinic) -> TableDialog:
    clinic.person.press(keeping(clinic).table.table)
    return clinic.dialog(TableDialog)


def table_with_names(clinic: Clinic) -> None:
    """Before it was said once more that names are meant."""
    dialog = table(clinic)
    clinic.person.choose(dialog.way, "with")


def table_under_way(clinic: Clinic) -> None:
    """As it is seen while the rows are written."""
    dialog = table(clinic)
    dialog.show_beginning([dialog.way, dialog.sure, dialog.ranges])
    dialog.show_far(1_240, 3_000)


def papers(clinic: Clinic) -> None:
    patient(clinic).panel.reports.trigger()
    clinic.dialog(ReportsDialog)


def visit_day(clinic: Clinic) -> None:
    """With a day that is still to come."""
    patient(clinic).panel.visit_more.day.trigger()
    dialog = clinic.dialog(DayDialog)
    dialog.day.setText("2999-01-01")
    clinic.person.press(dialog.do)


def visit_to_another(clinic: Clinic) -> None:
    """With those who are found."""
    patient(clinic).panel.visit_more.move_on.trigger()
    clinic.dialog(MoveDialog).search.setText("a")
    answered(clinic)


def visit_deletion(clinic: Clinic) -> None:
    patient(clinic).panel.visit_more.delete.trigger()
    clinic.dialog(VisitDeletionDialog)


def older_state(clinic: Clinic) -> None:
    page = locked(clinic)
    OlderStateDialog(clinic.desk.keeper, clinic.small.folder, OWNER, page).open()
    clinic.dialog(OlderStateDialog)


QUESTIONS: dict[str, Callable[[Clinic], object]] = {
    "records new patient": new_patient,
    "records code of the clinic": code,
    "records deletion": deletion,
    "records export": export,
    "records export for a code": export_for_code,
    "records new score": new_score,
    "records read a letter": read_letter,
    "records remove a letter": remove_letter,
    "records restore": restoring,
    "records own passphrase": own_passphrase,
    "records new recovery key": new_recovery_key,
    "records new user": new_user,
    "records remove somebody": remove_user,
    "records slow share": slow_share,
    "records table": table,
    "records table with names": table_with_names,
    "records table under way": table_under_way,
    "records papers of all visits": papers,
    "records day of a visit": visit_day,
    "records visit of another patient": visit_to_another,
    "records deletion of a visit": visit_deletion,
    "records older state": older_state,
}
