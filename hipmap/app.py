"""Joins every part and runs the window: the only module that knows all layers."""

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QSysInfo, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hipmap import __version__
from hipmap.desktop.accessible_roles import install_roles
from hipmap.desktop.appearance import Appearance
from hipmap.desktop.collecting import collect_between_events
from hipmap.desktop.design_tokens import ThemeName
from hipmap.desktop.languages import Languages, speak
from hipmap.desktop.main_window import MainWindow
from hipmap.desktop.preferences import Preferences, ShortMemory, stored
from hipmap.desktop.refused_platform import first_application
from hipmap.desktop.settings.declared import Desk
from hipmap.model.problems import BadInput
from hipmap.storage.folder_format import made_ready
from hipmap.storage.policy.in_force import in_force

if TYPE_CHECKING:  # Loaded after the first painting.
    from hipmap.desktop.incoming.opened_file import OpenedFile
    from hipmap.desktop.settings.governed import Rules
    from hipmap.model.knowledge import Knowledge
    from hipmap.storage.overlay_files import LoadedKnowledge

_LAYOUT_ROUNDS = 6
"""Boxes that stand in boxes are laid out one after the other."""


class KnowledgeLoader(QObject):
    """Reads the knowledge beside the window, which stays usable meanwhile."""

    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, overlay: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overlay = overlay
        self._thread = threading.Thread(target=self._load, name="knowledge")

    def start(self) -> None:
        self._thread.start()

    def finish(self) -> None:
        """Waits for the reading to end: a thread must not speak to a window that is gone."""
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        try:
            self.loaded.emit(load(self._overlay))
        except (BadInput, OSError) as problem:
            self.failed.emit(str(problem))


def load(overlay: Path | None = None) -> "LoadedKnowledge":
    """Reads the knowledge with an overlay (the installed one if none is named), and loads the engine."""
    from hipmap.storage.seldom_collected import seldom_collected

    with seldom_collected():
        import hipmap.reasoning  # noqa: F401
        from hipmap.storage.overlay_files import load_with_overlay

        return load_with_overlay(overlay)


def make_application() -> QApplication:
    """Gives the one application object, with its name and style."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else first_application(sys.argv[:1])
    application.setApplicationName("hipmap")
    application.setApplicationDisplayName("")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("hipmap")
    if not application.styleSheet():  # Under a style sheet it is worn already.
        application.setStyle("Fusion")
    install_roles()
    collect_between_events(application)
    return application


def make_window(preferences: Preferences, language: str = "") -> MainWindow:
    """Gives the window with its frame and nothing in it yet; without a language, in the one chosen last."""
    appearance, languages = Appearance(preferences), Languages()
    speak(languages)
    languages.choose(languages.fitting(language or preferences.language))
    window = MainWindow(appearance, preferences, languages)
    appearance.setParent(window)
    languages.setParent(window)
    return window


def furnish(window: MainWindow, knowledge: "Knowledge", case_path: Path | None) -> None:
    """Brings the window to life."""
    from hipmap.reasoning import assess

    window.build()
    window.furnish(knowledge, assess, case_path)


def run_window(case_path: Path | None, overlay: Path | None = None, language: str = "") -> int:
    """Opens the window and runs until it is closed; 2 where there is no screen to open it on."""
    if _no_screen():
        sys.stderr.write(
            "hipmap: no screen was found; open a desktop session, or see `hipmap assess --help`\n"
        )
        return 2
    application = make_application()
    try:
        preferences, not_kept = governed_preferences()
    except BadInput as problem:
        return refuse_to_start(str(problem))
    window = make_window(preferences, language)
    window.restoreGeometry(preferences.geometry)
    loader, asked = KnowledgeLoader(overlay, window), files_asked_for(application, window)

    def begin(loaded: "LoadedKnowledge") -> None:
        furnish(window, loaded.knowledge, case_path or (asked.take() if asked else None))
        if loaded.refused is not None:
            window.tell_refused(loaded.refused)
        elif not_kept:  # Nothing to say would take away what is said of the file that was to be opened.
            window.tell(not_kept)
        _orient(window)
        watch_policy(window)

    refused: list[str] = []

    def give_up(why: str) -> None:
        """Without its knowledge hipmap could show nothing but an empty frame."""
        refused.append(why)
        window.close()

    loader.loaded.connect(begin)
    loader.failed.connect(give_up)
    window.first_shown.connect(loader.start)
    window.first_shown.connect(lambda: QTimer.singleShot(0, lambda: _dress(window, application)))
    window.show()
    code = application.exec()
    loader.finish()
    return refuse_to_start(refused[0]) if refused else code


def _dress(window: MainWindow, application: QApplication) -> None:
    from hipmap.desktop.fault_notes import watch
    from hipmap.desktop.icons import application_icon

    watch(window.tell)
    window.build()
    application.setWindowIcon(application_icon())


def watch_policy(window: MainWindow) -> None:
    """From now on a changed policy is told."""
    from hipmap.desktop.settings.policy_watch import PolicyWatch

    PolicyWatch(window)


def files_asked_for(application: QApplication, window: MainWindow) -> "OpenedFile | None":
    """Listens for files that are double-clicked, on the one system that tells of them by an event."""
    if QSysInfo.kernelType() != "darwin":
        return None
    from hipmap.desktop.incoming.opened_file import OpenedFile

    return OpenedFile(application, window)


def _orient(window: MainWindow) -> None:
    """Shows a newcomer which side of the figure is which."""
    if window.room is not None:
        from hipmap.desktop.side_orientation import orient_once

        orient_once(window.room, window.preferences)


def refuse_to_start(why: str) -> int:
    """Says in a window of its own why hipmap does not begin to work; gives the exit code."""
    from hipmap.desktop.fonts import register_fonts
    from hipmap.desktop.refused_start import RefusedStart

    sys.stderr.write(f"hipmap: {why}\n")
    application = make_application()
    register_fonts()
    Appearance(Preferences(ShortMemory())).wear()
    window = RefusedStart(why)
    window.show()
    application.exec()
    return 2


def governed_preferences() -> tuple[Preferences, str]:
    """Gives the choices that are kept, as far as the policy leaves them; and why none can be kept, if so.

    BadInput where hipmap must not begin: a wrong policy, or settings of a newer hipmap.
    """
    rules = rules_in_force()
    not_kept = made_ready(Path(stored().fileName()).parent)
    return Preferences(rules=rules), not_kept


def rules_in_force() -> "Rules":
    """Gives what the policy of this computer leaves of each setting; PolicyRefused for one that is wrong."""
    if in_force().path is None:
        return {}
    from hipmap.desktop.settings.governed import own_rules

    return own_rules()


def picture(
    path: Path,
    case_path: Path | None,
    size: tuple[int, int] = (1366, 768),
    theme: ThemeName = "light",
    desk: Desk = "consultation",
    language: str = "",
) -> int:
    """Paints the real window with a case into a PNG, without a screen.

    BadInput for a case that cannot be used, a picture that cannot be written, and one that a policy keeps in.
    """
    from hipmap.storage.case_files import read_case

    rules = rules_in_force()
    if case_path is not None:
        _must_be_let_out()
    knowledge = load().knowledge
    if case_path is not None:
        read_case(case_path, knowledge)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    preferences = Preferences(ShortMemory(), rules=rules)
    preferences.theme = theme
    preferences.desk = desk
    window = make_window(preferences, language)
    window.resize(QSize(*size))
    furnish(window, knowledge, case_path)
    window.show()
    _come_to_rest(window, application)
    saved = window.grab().save(str(path))
    window.discard()
    if not saved:
        raise BadInput(
            f"{path}: the picture cannot be written; name a file ending in .png in a folder that exists"
        )
    return 0


def _come_to_rest(window: MainWindow, application: QApplication) -> None:
    """Lets all come that stands in the window when nobody touches it: rows, ranges, what tells most."""
    while not (window.is_ready() and window.session is not None and window.session.is_settled()):
        application.processEvents()
    for _ in range(_LAYOUT_ROUNDS):
        application.processEvents()


def _must_be_let_out() -> None:
    """A picture of the window shows marks and result: BadInput where a policy keeps either in."""
    from hipmap.storage.policy.limits import must_may_export

    must_may_export("map")
    must_may_export("likelihood")


def _no_screen() -> bool:
    # Qt would end the process with a page of its own words.
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)
