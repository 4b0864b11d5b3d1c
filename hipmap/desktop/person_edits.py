"""Turns what is entered about the person into edits of the case."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.person_fields import PersonFields
from hipmap.model import edits
from hipmap.model.case import Setting, Sex


def listen_to_person(fields: PersonFields, session: CaseSession) -> None:
    """Joins the fields of the person to the session."""

    def age(value: float | None) -> None:
        text = QCoreApplication.translate("Edits", "Age")
        session.apply(text, lambda case: edits.put_age(case, value), "typed:age")

    def sex(value: Sex | None) -> None:
        session.apply(QCoreApplication.translate("Edits", "Sex"), lambda case: edits.put_sex(case, value))

    def setting(value: Setting | None) -> None:
        text = QCoreApplication.translate("Edits", "Setting")
        session.apply(text, lambda case: edits.put_setting(case, value))

    fields.age_entered.connect(age)
    fields.sex_chosen.connect(sex)
    fields.setting_chosen.connect(setting)
    fields.typing_ended.connect(session.end_typing)
