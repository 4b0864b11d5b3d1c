"""Asks where a report is to be saved, whether it may replace a file, and says why it could not be written."""

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from hipmap.desktop import chosen_file
from hipmap.model.problems import BadInput


def asked_place(parent: QWidget, title: str, stem: str, ending: str) -> Path | None:
    """Gives the file to write; None if the person chose none, or does not want to replace one."""
    start = str(Path.home() / f"{stem}{ending}")
    name = chosen_file.file_to_save(parent, title, start, f"*{ending}", asks=False)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() != ending:
        path = path.with_name(f"{path.name}{ending}")
    return path if not is_there(path) or may_replace(parent, path) else None


def is_there(path: Path) -> bool:
    """Whether writing would replace something; what cannot be looked at is told when it is written."""
    try:
        return path.exists()
    except OSError:  # a name that is too long, or a folder that may not be read
        return False


def may_replace(parent: QWidget, path: Path) -> bool:
    """Asks before a file goes, whatever the dialog of the system asked: it may have seen another name."""
    tr = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("Reports", "hipmap"))
    box.setText(tr("Reports", "Replace “{file}”?").format(file=path.name))
    box.setInformativeText(tr("Reports", "There is a file of this name. What it holds now will be gone."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Yes | buttons.Cancel)
    box.button(buttons.Yes).setText(tr("Reports", "Replace"))
    box.setDefaultButton(buttons.Cancel)
    return box.exec() == buttons.Yes


def failure_words(problem: BadInput | OSError) -> str:
    """Says why nothing was written, and what can be done; the old file, if there was one, is whole."""
    tr = QCoreApplication.translate
    if isinstance(problem, BadInput):
        return str(problem)
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return tr("Reports", "Nothing was saved: this folder may not be written to. Choose another folder.")
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr("Reports", "Nothing was saved: the disk is full. Free some space, or choose another disk.")
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return tr("Reports", "Nothing was saved: this folder is not there any more. Choose another folder.")
    if problem.errno in (errno.EISDIR, errno.EEXIST):
        return tr("Reports", "Nothing was saved: there is a folder of this name. Choose another name.")
    if problem.errno == errno.ENAMETOOLONG:
        return tr("Reports", "Nothing was saved: this name is too long. Choose a shorter one.")
    words = tr("Reports", "Nothing was saved ({reason}). Choose another folder.")
    return words.format(reason=problem.strerror or "")
