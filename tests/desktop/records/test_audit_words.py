"""Whatever the records write into the list of who did what has words in the window."""

import ast

from hipmap.desktop.records.audit_words import action_words
from tests.case_builders import ROOT

TELL = ("change.log", "vault.looked")


def written_actions() -> set[str]:
    """Those that stand there as a word; of others only the end is known while they are written."""
    found: set[str] = set()
    for path in (ROOT / "hipmap" / "storage" / "records").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in TELL:
                told = node.args[0]
                either = (told.body, told.orelse) if isinstance(told, ast.IfExp) else (told,)
                found |= {str(part.value) for part in either if isinstance(part, ast.Constant)}
    return found


def test_every_action_has_words() -> None:
    actions = written_actions()
    assert {"visit_moved", "visit_deleted", "visit_day_changed", "patient_seen"} <= actions
    assert [one for one in actions if action_words(one) == one] == []
