"""Keeps Qt for Python from reading the source text of every module that is loaded after it."""

import sys

import PySide6.QtCore  # noqa: F401  (brings the search with it)


def leave_sources_unread() -> None:
    """Ends the search for `from __feature__ import`, which hipmap never says.

    PySide6 6.11 reads the source of each module for that, and Python keeps all that was read: some
    megabytes, and time before the first painting. A PySide6 without this search is left as it is.
    """
    searching = vars(sys.modules.get("shibokensupport.feature", object))
    if "_mod_uses_pyside" in searching:
        searching["_mod_uses_pyside"] = lambda _module: True
