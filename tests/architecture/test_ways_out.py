"""Whatever writes a file of somebody's choice, prints or copies asks the policy first, or is named as free.

A new way out fails this test until its gate stands in the table, and a gate that asks no more fails it too.
"""

import ast
from collections.abc import Iterator

from tests.architecture.checkout_files import ROOT

PACKAGE = ROOT / "hipmap"
BY_NAME = {
    "replace_file", "replace_file_by", "written", "write_document", "write_case", "write_template",
    "put_copy", "make_backup", "print_pages", "print_text", "QPdfWriter",
}  # fmt: skip
BY_METHOD = {"write_text", "write_bytes", "copy_picture", "setImage", "setMimeData", "show_file"}
CLIPBOARDS = ("clipboard", "copied")
SELECTED = {"TextSelectableByMouse", "TextBrowserInteraction", "setReadOnly", "QTextBrowser"}
GATES = {"export_refusal", "must_may_export", "may_export"}

SEALED = "storage/records/patient_documents.py:write_document"
RECORDS, REPORTS = "desktop/records", "desktop/reports"
ASKS = {
    "app.py:picture": "app.py:_must_be_let_out",
    "desktop/case_document.py:CaseDocument._write": "desktop/case_document.py:CaseDocument._may_be_a_file",
    "desktop/home/hand_over_screen.py:HandOverScreen.write": SEALED,
    "desktop/notes/note_desk.py:NoteDesk._copy": "desktop/notes/note_desk.py:NoteDesk._copy",
    f"{RECORDS}/export_dialog.py:ExportDialog.write": SEALED,
    f"{RECORDS}/letter_dialogs.py:SaveLetterDialog.write": SEALED,
    f"{RECORDS}/open_copies.py:OpenCopies.show": f"{RECORDS}/letter_dialogs.py:OpenLetterDialog._open",
    f"{RECORDS}/reports_dialog.py:_Papers.write": f"{RECORDS}/reports_dialog.py:ReportsDialog._ask_folder",
    f"{RECORDS}/table_dialog.py:TableDialog.write": f"{RECORDS}/table_dialog.py:TableDialog._ask_file",
    f"{REPORTS}/paper_out.py:PaperOut.write": "desktop/home/printing.py:offer_printing",
    f"{REPORTS}/paper_out.py:PaperOut._paint": f"{REPORTS}/paper_out.py:PaperOut.ask_printer",
    f"{REPORTS}/report_dialog.py:ReportDialog.write": f"{REPORTS}/report_dialog.py:ReportDialog._allow",
    f"{REPORTS}/report_dialog.py:ReportDialog._paint": f"{REPORTS}/report_dialog.py:ReportDialog._print",
    f"{REPORTS}/reports_desk.py:_copy": f"{REPORTS}/report_dialog.py:ReportDialog._allow",
    "import_command.py:imported": "import_command.py:imported",
    "records_files.py:exported": SEALED,
    "records_rows.py:wrote_rows": "records_command.py:_rows",
    "report_batch.py:_Batch.write_table": "report_command.py:reported",
    "report_batch.py:_Batch.write_files": "report_command.py:reported",
    "report_command.py:reported": "report_command.py:reported",
}
"""Where something is written, and where the policy is asked before."""

FREE = {
    "__main__.py:give_streams": "nothing: where a program without a console has none, its words go nowhere",
    "command_line.py:_assess": "a result on the screen; the administrator's guide says so",
    "command_line.py:_explain": "a result on the screen; the administrator's guide says so",
    "desktop/about/about_window.py:AboutWindow._copy": "the versions of the program",
    "desktop/cleared_copy.py:ClearedCopy.copy": "the one who copies asks",
    "desktop/cleared_copy.py:ClearedCopy.copy_picture": "the one who copies asks",
    "desktop/notes/template_dialog.py:TemplateDialog._write": "a template, without a case",
    "desktop/records/backup_keeper.py:_backed_up": "encrypted; where to is of the policy",
    "desktop/records/code_dialog.py:CodeDialog._copy": "the code of the clinic, which others are to have",
    "desktop/refused_start.py:RefusedStart.__init__": "why hipmap does not start",
    "manual_command.py:_write": "the manual",
    "policy_command.py:_put": "a policy",
    "records_command.py:_backup": "encrypted; the administrator's guide says where it may be",
    "report_files.py:written": "the one who writes asks",
}

TEXTS = {
    "desktop/about/licence_tab.py": "licences",
    "desktop/learn/reading_view.py": "the library and the manual; LearnWindow asks for the page on a case",
    "desktop/message_bar.py": "what hipmap tells",
    "desktop/notes/template_dialog.py": "asks the policy",
    "desktop/records/recovery_page.py": "the recovery key, which is to be kept",
    "desktop/records/visit_bar.py": "the field of a visit's note, which somebody typed",
    "desktop/refused_start.py": "why hipmap does not start",
    "desktop/reports/preview.py": "ReportDialog._allow says whether it may",
    "desktop/why/reasons_page.py": "figures and sources of the knowledge, nothing of a person",
}
"""Where a text that nobody typed can be selected, and so copied and dragged away."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        # The exchange gives texts and bytes; what of the storage writes outside its folders is told by name.
        if not name.startswith(("storage/", "exchange/", "model/", "reasoning/")):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Gives the functions of a module and the methods of its classes; those inside belong to them."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from (
                (f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef)
            )


def calls(part: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """Gives the name of what is called, on what, and the call."""
    for node in ast.walk(part):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, "", node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, ast.unparse(node.func.value), node


def writes(part: ast.AST) -> bool:
    for name, of, call in calls(part):
        first = ast.unparse(call.args[0]) if call.args else ""
        mode = ast.unparse(call.args[-1]) if call.args else ""
        if (
            (name in BY_NAME and not of)
            or (name in BY_METHOD and bool(of))
            or (name in ("setText", "copy") and any(one in of.lower() for one in CLIPBOARDS))
            or (name == "save" and first.startswith("str("))
            or (name == "write" and of == "sys.stdout")
            or (name == "open" and mode.strip("'") in ("w", "wb", "x", "xb", "a", "ab"))
        ):
            return True
    return False


def test_every_way_out_asks_the_policy_or_is_known_to_be_free() -> None:
    found = {
        f"{module}:{name}" for module, tree in modules() for name, part in functions(tree) if writes(part)
    }
    assert not set(ASKS) & set(FREE)
    assert found == set(ASKS) | set(FREE)


def test_every_gate_asks() -> None:
    for gate in set(ASKS.values()):
        path, _, wanted = gate.partition(":")
        tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
        (part,) = (part for name, part in functions(tree) if name == wanted)
        assert any(name in GATES for name, _, _ in calls(part)), gate


def test_every_text_that_can_be_selected_is_known_to_be_harmless_or_asks() -> None:
    found = {
        module
        for module, tree in modules()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in SELECTED)
        or (isinstance(node, ast.ClassDef) and any(ast.unparse(base) in SELECTED for base in node.bases))
        or (isinstance(node, ast.keyword) and node.arg == "readOnly")
    }
    assert found == set(TEXTS)


def test_a_way_out_is_seen_as_one() -> None:
    for text in (
        "replace_file(path, b'')", "path.write_bytes(b'')", "QGuiApplication.clipboard().setText(note)",
        "self.copied.copy(note, True)", "image.save(str(path))", "open(path, 'wb')", "sys.stdout.write(note)",
    ):  # fmt: skip
        assert writes(ast.parse(text)), text
    assert not writes(ast.parse("self.words.setText('x'); saver.save(case); path.open('rb')"))
