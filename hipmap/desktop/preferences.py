"""What the person chose for the window itself; nothing about a case is kept here."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from hipmap.desktop.settings import declared
from hipmap.desktop.settings.declared import ThemeChoice, system_country
from hipmap.desktop.settings.setting import Setting
from hipmap.storage.data_folder import settings_folder

if TYPE_CHECKING:  # Who is governed by no policy needs none.
    from hipmap.desktop.settings.governed import Rules

__all__ = ["Preferences", "ShortMemory", "Store", "ThemeChoice", "stored", "system_country"]

T = TypeVar("T")


class Store(Protocol):
    """Where choices are kept, in the manner of QSettings."""

    def value(self, key: str, default: object = None, /) -> object: ...

    def setValue(self, key: str, value: object, /) -> None: ...

    def clear(self) -> None: ...

    def fileName(self) -> str: ...


class ShortMemory:
    """Keeps choices until the program ends, for pictures and tests; `file` is where they would be kept."""

    def __init__(self, file: str = "") -> None:
        self._kept: dict[str, object] = {}
        self.file = file

    def fileName(self) -> str:
        return self.file

    def value(self, key: str, default: object = None, /) -> object:
        return self._kept.get(key, default)

    def setValue(self, key: str, value: object, /) -> None:
        self._kept[key] = value

    def clear(self) -> None:
        self._kept.clear()


def stored() -> QSettings:
    """Gives the settings: in the system's place, or in the folder of a portable copy."""
    own = settings_folder()
    if own is not None:
        return QSettings(str(own / "hipmap" / "window.ini"), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "hipmap", "window")


class Preferences(QObject):
    """Reads and keeps the choices of the table; `changed` names the choice that is another now."""

    changed = Signal(str)

    theme = declared.THEME
    text_scale = declared.TEXT_SCALE
    motion = declared.MOTION
    language = declared.LANGUAGE
    voice = declared.VOICE
    figure = declared.FIGURE
    large_targets = declared.LARGE_TARGETS
    own_view_first = declared.OWN_VIEW_FIRST
    place_of_work = declared.PLACE_OF_WORK
    hide_numbers = declared.HIDE_NUMBERS
    country = declared.COUNTRY
    records_idle = declared.RECORDS_IDLE
    records_folder = declared.RECORDS_FOLDER
    records_backup_days = declared.RECORDS_BACKUP_DAYS
    records_clipboard = declared.RECORDS_CLIPBOARD
    records_backups = declared.RECORDS_BACKUPS
    records_backup_later = declared.RECORDS_BACKUP_LATER
    desk = declared.DESK
    sides_shown = declared.SIDES_SHOWN
    geometry = declared.GEOMETRY
    learn_geometry = declared.LEARN_GEOMETRY
    manual_geometry = declared.MANUAL_GEOMETRY

    def __init__(
        self, store: Store | None = None, parent: QObject | None = None, rules: "Rules | None" = None
    ) -> None:
        """`rules` are what the policy of an administrator leaves of the choices."""
        super().__init__(parent)
        self._store: Store = stored() if store is None else store
        self.rules: Rules = rules or {}

    @property
    def folder(self) -> Path | None:
        """Gives where the choices are kept, for what is a file of its own; None where they are not kept."""
        name = self._store.fileName()
        return Path(name).parent if name else None

    def kept(self, setting: Setting[T]) -> T:
        """Gives the value of a setting; what cannot be read counts as not chosen."""
        kept = self._store.value(setting.key)
        value = setting.read(kept)
        rule = self.rules.get(setting.id)
        if rule is not None:
            # The country that the system names is read from nothing too.
            return cast("T", rule.value(None if kept is None else value, setting.default))
        return setting.default if value is None else value

    def is_kept(self, setting: Setting[Any]) -> bool:
        """Whether somebody chose, or hipmap remembered: what holds otherwise is usual, or of a policy."""
        return self._store.value(setting.key) is not None

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keeps a value, and tells those who listen if it is another; what a policy fixes stays as it is."""
        rule = self.rules.get(setting.id)
        if rule is not None and not rule.takes(value):
            return
        before = self.kept(setting)
        self._store.setValue(setting.key, value if setting.write is None else setting.write(value))
        if value != before:
            self.changed.emit(setting.id)

    def forget(self) -> None:
        """Takes every choice back; each that changes by it is told."""
        before = {setting.id: self.kept(setting) for setting in all_settings()}
        self._store.clear()
        for setting in all_settings():
            if self.kept(setting) != before[setting.id]:
                self.changed.emit(setting.id)


def all_settings() -> list[Setting[Any]]:
    """Gives the table, in its order."""
    return [found for found in vars(Preferences).values() if isinstance(found, Setting)]
