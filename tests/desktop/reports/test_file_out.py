"""A file is asked about once, by hipmap, and what a report is called tells nothing of a patient."""

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hipmap.desktop import chosen_file
from hipmap.desktop.reports.kinds import KINDS, ending_words, field_words, kind_words
from hipmap.report_options import ENDINGS


@pytest.mark.parametrize("asks", [True, False])
def test_the_dialog_leaves_the_question_to_hipmap(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asks: bool
) -> None:
    left_out: list[bool] = []

    def rejected(dialog: QFileDialog) -> int:
        left_out.append(dialog.testOption(QFileDialog.Option.DontConfirmOverwrite))
        return 0

    monkeypatch.setattr(QFileDialog, "exec", rejected)
    assert chosen_file.file_to_save(None, "", "letter.pdf", asks=asks) == ""
    assert left_out == [not asks]


def test_every_kind_has_words_for_all_that_it_takes() -> None:
    words, fields, endings = kind_words(), field_words(), ending_words()
    for kind in KINDS:
        assert all(words[kind.id])
        assert all(fields[name][0] for name in kind.fields + kind.identified)
        assert kind.endings == ENDINGS[kind.id]
        assert len(kind.endings) == 1 or all(endings[one] for one in kind.endings)
