"""One page of the settings window: its choices, each with a name, what it does, and a control."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label, rule
from hipmap.desktop.settings.controls import Control, OneInARow, OneOfFew, OneOfMany, OnOff, Themes
from hipmap.desktop.settings.governed import Rule, fixed_words
from hipmap.desktop.settings.sections import Section
from hipmap.desktop.settings.setting import Setting
from hipmap.desktop.settings.words import Words, minutes_words

Options = Sequence[tuple[object, str]]
FEW = 5


class SettingsPage(QScrollArea):
    """Tells what a person chooses; shows what is kept."""

    chosen = Signal(object, object)  # the setting, and its new value

    def __init__(
        self,
        section: Section,
        words: Mapping[str, Words],
        more: Mapping[str, Options],
        rules: Mapping[str, Rule],
    ) -> None:
        super().__init__()
        self.fixed: dict[str, QLabel] = {}
        self.section = section
        self.controls: dict[str, Control] = {}
        page = QWidget()
        page.setProperty("kind", "page")
        self.box = QVBoxLayout(page)
        self.box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self.box.setSpacing(Space.S)
        self.box.addWidget(label(section.name, "heading"))
        self.box.addSpacing(Space.S)
        for at, setting in enumerate(section.settings):
            if at:
                self.box.addSpacing(Space.M)
                self.box.addWidget(rule())
                self.box.addSpacing(Space.M)
            self._add(setting, words[setting.id], more.get(setting.id), rules.get(setting.id))
        self.box.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what in it has the keyboard

    def show_value(self, setting: str, value: object) -> None:
        """Shows what is kept of a setting, if it stands on this page."""
        if setting in self.controls:
            self.controls[setting].show_value(value)

    def _add(self, setting: Setting[Any], words: Words, more: Options | None, rule: Rule | None) -> None:
        control = _control(setting, words, _left(words, rule) or more)
        control.chosen.connect(lambda value: self.chosen.emit(setting, value))
        control.setAccessibleDescription(words.help)
        self.controls[setting.id] = control
        if not isinstance(control, OnOff):
            self.box.addWidget(label(words.name, "strong"))
        elif words.help:
            self.box.addWidget(control)
        if words.help:
            self.box.addWidget(label(words.help, "body", "muted", wrap=True))
        if not isinstance(control, OnOff):
            self.box.addWidget(control)
        self._say_fixed(setting.id, control, rule)

    def _say_fixed(self, setting: str, control: Control, rule: Rule | None) -> None:
        """What a policy fixes is shown, can be read out, and names who can change it."""
        said = fixed_words(rule)
        if rule is None or not said:
            return
        note = label(said, "body", "accent", wrap=True)
        note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.box.addWidget(note)
        self.fixed[setting] = note
        control.setEnabled(not rule.leaves_nothing)
        control.setAccessibleDescription(f"{control.accessibleDescription()} {said}".strip())


def _left(words: Words, rule: Rule | None) -> Options:
    """Gives the options that a policy leaves; nothing where it cuts none."""
    options = () if rule is None else rule.options
    return [(one, words.options.get(one) or minutes_words(one)) for one in options]


def _control(setting: Setting[Any], words: Words, more: Options | None) -> Control:
    if setting.kind == "switch":
        return OnOff(words.name)
    options = [(value, words.options[value]) for value in setting.options] if more is None else more
    if setting.id == "theme":
        return Themes(words.name, options)
    if setting.id == "text_scale":
        return OneInARow(words.name, options)
    return OneOfFew(words.name, options) if len(options) <= FEW else OneOfMany(words.name, options)
