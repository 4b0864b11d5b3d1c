"""What the policy of an administrator leaves of each choice, and what is said where it leaves none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.settings import declared
from hipmap.model.policy import Policy
from hipmap.storage.policy.in_force import has_changed, in_force
from hipmap.storage.policy.limits import may_export

RECORDS = "hipmap records"
"""The name of a folder of records; it is not translated, so that it is found again in another language."""


@dataclass(frozen=True)
class Rule:
    """One value that is fixed, some numbers that are left, or another beginning; `key` is of the policy.

    `is_cut` says that there are fewer options than hipmap has.
    """

    key: str
    fixed: object = None
    options: tuple[str, ...] = ()
    begins: object = None
    is_cut: bool = False

    @property
    def leaves_nothing(self) -> bool:
        """Whether nobody can choose."""
        return self.fixed is not None or len(self.options) == 1

    def value(self, chosen: object, usual: object) -> object:
        """Gives what holds of what was chosen, None where nothing was."""
        if self.fixed is not None:
            return self.fixed
        value = chosen if chosen is not None else self.begins if self.begins is not None else usual
        if not self.options or value in self.options:
            return value
        return min(self.options, key=lambda one: abs(int(one) - int(str(value))))

    def takes(self, value: object) -> bool:
        """Whether this may be chosen."""
        return self.fixed is None and (not self.options or value in self.options)


Rules = Mapping[str, Rule]


def rules_of(policy: Policy) -> Rules:
    """Gives what is left of each setting that the policy touches, by the id of the setting."""
    found: dict[str, Rule] = {}
    if policy.lock_least is not None or policy.lock_most is not None:
        left = _minutes(policy)
        found["records_idle"] = Rule(
            _keys_of_minutes(policy), options=left, is_cut=left != declared.RECORDS_IDLE.options
        )
    if policy.clear_clipboard is not None:
        clears = "minute" if policy.clear_clipboard else "never"
        found["records_clipboard"] = Rule("records.clear_clipboard", fixed=clears)
    if policy.country is not None:
        found["country"] = Rule("country.emergency", fixed=policy.country)
    if policy.data_folder is not None:
        found["records_folder"] = Rule("data.folder", begins=str(Path(policy.data_folder) / RECORDS))
    if policy.backup_folder is not None:
        found["records_backups"] = Rule("backups.folder", fixed=policy.backup_folder)
    if policy.backup_days is not None:
        found["records_backup_days"] = Rule("backups.every_days", fixed=str(policy.backup_days))
    if policy.desk is not None:
        desk = {"clinic": "consultation", "home": "home", "ask": ""}[policy.desk]
        found["desk"] = Rule("start.desk", begins=desk)
    return found | _languages(policy)


def _languages(policy: Policy) -> dict[str, Rule]:
    if policy.first_language is None and not policy.languages:
        return {}
    rule = Rule("language.allowed", begins=policy.first_language, is_cut=bool(policy.languages))
    return {"language": rule}


def _minutes(policy: Policy) -> tuple[str, ...]:
    """Gives the times that a user may choose; where none of the usual ones is left, the longest allowed."""
    least, most = policy.lock_least or 0, policy.lock_most or declared.LONGEST_IDLE
    usual = tuple(one for one in declared.RECORDS_IDLE.options if least <= int(one) <= most)
    return usual or (str(policy.lock_most or policy.lock_least),)


def _keys_of_minutes(policy: Policy) -> str:
    """Names the keys that take a time away; all that are given where none does."""
    usual = [int(one) for one in declared.RECORDS_IDLE.options]
    least, most = policy.lock_least, policy.lock_most
    cut = {
        "records.lock_minutes_least": least is not None and min(usual) < least,
        "records.lock_minutes_most": most is not None and max(usual) > most,
    }
    given = dict(zip(cut, (least is not None, most is not None), strict=True))
    return ", ".join(key for key, does in (cut if any(cut.values()) else given).items() if does)


def own_rules() -> Rules:
    """Gives the rules of the policy of this computer."""
    return rules_of(in_force().policy)


def fixed_words(rule: Rule | None) -> str:
    """Says below a choice that a policy made it or cut it, and whom to ask; nothing where none did."""
    if rule is None or not (rule.leaves_nothing or rule.is_cut):
        return ""
    tr = QCoreApplication.translate
    if rule.leaves_nothing:
        words = tr("Settings", "Fixed for this computer by its policy ({key}). To change it, ask {who}.")
    else:
        words = tr("Settings", "The policy of this computer leaves these ({key}). For others, ask {who}.")
    return words.format(key=rule.key, who=who_words())


def who_words() -> str:
    """Names whom to ask."""
    contact = in_force().policy.contact
    return contact or QCoreApplication.translate("Settings", "whoever looks after this computer")


def changed_words() -> str:
    """Says that the policy is another than at the start, which holds until the end; else nothing."""
    if not has_changed():
        return ""
    return QCoreApplication.translate(
        "Settings", "The policy of this computer has changed. Close hipmap and start it again."
    )


def export_refusal(kind: str) -> str:
    """Says that something may not leave hipmap here; nothing where it may."""
    if may_export(kind):
        return ""
    words = QCoreApplication.translate(
        "Settings",
        "This may not leave hipmap on this computer: its policy says so ({key}). Nothing was written. Ask "
        "{who}.",
    )
    return words.format(key="exports.allowed", who=who_words())
