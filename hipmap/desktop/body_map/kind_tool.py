"""The tool that says what a click on the map means: pain, numbness, spread or no pain."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.zone_words import kind_name
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.model.case import MarkKind

KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


class KindTool(ChoiceStrip):
    """Shows the four kinds of mark; the keys 1 to 4 choose among them anywhere in `reach`."""

    def __init__(self, reach: QWidget) -> None:
        super().__init__(kind_choices(), reach)
        self.kind: MarkKind = "pain"
        self.setAccessibleName(QCoreApplication.translate("BodyMap", "What a click means"))
        self.chosen.connect(self.choose)
        self.let_focus(Qt.FocusPolicy.TabFocus)
        for at, kind in enumerate(KINDS):
            shortcut = QShortcut(QKeySequence(str(at + 1)), reach)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.button_of(kind).click)
            tip = QCoreApplication.translate("BodyMap", "%1 (key %2)")
            self.button_of(kind).setToolTip(tip.replace("%1", kind_name(kind)).replace("%2", str(at + 1)))
        self.show_choice(self.kind)

    def choose(self, kind: MarkKind) -> None:
        """Takes up a kind."""
        self.kind = kind
        self.show_choice(kind)


def kind_choices() -> list[Choice]:
    """Gives the kinds of mark as choices."""
    return [Choice(kind, kind_name(kind)) for kind in KINDS]
