"""Asks for files and folders, and sees to it that no list of them is left behind.

Qt writes the folders of its dialogs, in clear, to settings that every program of the person can read; the
name of a folder may be the name of a patient.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import delete, isValid

GROUP = "FileDialog"


def file_to_open(parent: QWidget | None, title: str, start: str, files: str = "") -> str:
    """Gives the name of a file that is there; nothing if the person chose none."""
    return _asked(parent, title, start, files, QFileDialog.FileMode.ExistingFile)


def file_to_save(parent: QWidget | None, title: str, start: str, files: str = "", asks: bool = True) -> str:
    """Gives the name of a file to write; about one that is there, `asks` says whether it is asked here."""
    return _asked(parent, title, start, files, QFileDialog.FileMode.AnyFile, asks)


def folder(parent: QWidget | None, title: str, start: str) -> str:
    """Gives the name of a folder that is there; nothing if the person chose none."""
    return _asked(parent, title, start, "", QFileDialog.FileMode.Directory)


def forget_files_of(dialog: QDialog) -> None:
    """For a dialog of Qt that may ask for a file itself, as the one for printing does."""
    before = _kept()
    dialog.finished.connect(lambda _: _put_back(before))


def _asked(
    parent: QWidget | None,
    title: str,
    start: str,
    files: str,
    mode: QFileDialog.FileMode,
    asks: bool = True,
) -> str:
    before = _kept()
    dialog = _dialog(parent, title, Path(start), files, mode)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not asks)
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        # Qt writes when the dialog goes: by now only this, so that a crash leaves no more either.
        if isValid(dialog):  # locking takes it away together with what asked
            dialog.setDirectory(str(Path.home()))
            dialog.setHistory([])
            delete(dialog)
        _put_back(before)
    return chosen[0] if chosen else ""


def _dialog(
    parent: QWidget | None, title: str, start: Path, files: str, mode: QFileDialog.FileMode
) -> QFileDialog:
    is_folder = start.is_dir()
    dialog = QFileDialog(parent, title, str(start if is_folder else start.parent), files)
    # The dialog of the desktops of Linux writes what was chosen to a list of recent files.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform.startswith("linux"))
    dialog.setFileMode(mode)
    if mode == QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    if mode == QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("" if is_folder else start.name)
    return dialog


def _kept() -> Mapping[str, object]:
    """Gives what the dialogs of all Qt programs of this person remember."""
    settings = _settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def _put_back(before: Mapping[str, object]) -> None:
    settings = _settings()
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setFallbacksEnabled(False)
    settings.beginGroup(GROUP)
    return settings
