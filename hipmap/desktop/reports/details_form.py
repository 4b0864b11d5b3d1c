"""The fields around a case: only those that the chosen kind takes are seen; what is typed stays in memory."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.day_words import today
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.written_days import read_day
from hipmap.desktop.reports.kinds import IDENTITY, ReportKind, ending_words, field_words
from hipmap.desktop.restyle import say
from hipmap.exchange.report import Details
from hipmap.model.records import Identity, one_line
from hipmap.model.voice import Voice

LONGEST_LINE, LONGEST_TEXT = 120, {"question": 600, "note": 1200}
DAYS = ("day", "born")
TALL = 76
UNLEARNT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""A keyboard on the screen learns no names here."""


@dataclass(frozen=True)
class About:
    """The visit of the records that is open: whose it is, which is filled in only on request, and its day."""

    identity: Identity
    day: str


class DetailsForm(QWidget):
    """Emits `edited` whenever something else would be written."""

    edited = Signal()

    def __init__(self, about: About | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._identity = about.identity if about is not None else None
        self._day = about.day if about is not None else today()
        self._kind: ReportKind | None = None
        self.of_template: tuple[str, ...] = ()  # fields that only a clinic's own SOAP note has a place for
        self._voices: dict[str, Voice] = {}
        self._endings: dict[str, str] = {}
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(Space.M)
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._parts: dict[str, QWidget] = {}
        self._add_choices()
        self._add_fields()
        self.box.addStretch(1)

    def start_with(self, voices: Mapping[str, Voice]) -> None:
        """In whose words each kind is written until something else is chosen."""
        self._voices = dict(voices)

    def show_kind(self, kind: ReportKind) -> None:
        """Shows what this kind takes."""
        self._kind = kind
        self.voice_part.setVisible(kind.has_voice)
        self.voice_strip.show_choice(self.voice)
        self.ending_part.setVisible(len(kind.endings) > 1)
        if len(kind.endings) > 1:
            for endings, strip in self._ending_strips.items():
                strip.setVisible(endings == kind.endings)
            self._ending_strips[kind.endings].show_choice(self.ending)
        self.web_words.setVisible(self.ending == ".html")
        self.identified.setVisible(kind.may_identify)
        self.identified_words.setVisible(kind.may_identify)
        self._show_fields()

    # ---- what was chosen

    @property
    def voice(self) -> Voice:
        return self._voices.get(self._kind.id, "clinician") if self._kind is not None else "clinician"

    @property
    def ending(self) -> str:
        kind = self._kind
        return self._endings.get(kind.id, kind.endings[0]) if kind is not None else ""

    @property
    def is_identified(self) -> bool:
        return bool(self._kind and self._kind.may_identify) and self.identified.isChecked()

    def details(self) -> Details:
        """Gives what this kind takes of what was typed; a day that cannot be read is left out."""
        return Details(**{name: self._value(name) for name in self._taken()})

    def wrong(self) -> str:
        """Says at the fields what cannot be taken; gives the first of them, or nothing."""
        found = ""
        for name in DAYS:
            text = self._text(name)
            is_wrong = name in self._taken() and bool(text) and read_day(text) is None
            say(self.fields[name], "wrong", "true" if is_wrong else "false")
            found = found or (name if is_wrong else "")
        return found

    # ---- parts

    def _add_choices(self) -> None:
        self.voice_strip = ChoiceStrip(
            [
                Choice("clinician", self.tr("For clinicians"), self.tr("In the words of clinicians")),
                Choice("patient", self.tr("For patients"), self.tr("In plain words")),
            ]
        )
        self.voice_part = _named(self.tr("Words"), self.voice_strip)
        self.voice_strip.chosen.connect(self._choose_voice)
        words = ending_words()
        self._ending_strips: dict[tuple[str, ...], ChoiceStrip] = {
            endings: ChoiceStrip([Choice(one, words[one]) for one in endings])
            for endings in ((".pdf", ".html"), (".svg", ".png"))
        }
        self.ending_part = _named(self.tr("File"), *self._ending_strips.values())
        self.web_words = label(
            self.tr("The web page is one long page, and tells all that two pages have no room for."),
            "caption", "muted", wrap=True,
        )  # fmt: skip
        for strip in self._ending_strips.values():
            strip.chosen.connect(self._choose_ending)
        for one in (self.voice_strip, *self._ending_strips.values()):
            one.let_focus(Qt.FocusPolicy.StrongFocus)
        self.identified = QCheckBox(self.tr("With name and day"))
        self.identified_words = label(
            self.tr("Leave this off for studies: the row then holds nothing that tells who the person is."),
            "caption", "muted", wrap=True,
        )  # fmt: skip
        self.identified.toggled.connect(self._identify)
        for part in (
            self.voice_part,
            self.ending_part,
            self.web_words,
            self.identified,
            self.identified_words,
        ):
            self.box.addWidget(part)

    def _add_fields(self) -> None:
        self.with_name = QCheckBox(self.tr("With the name"))
        self.with_name.setAccessibleDescription(self.tr("Name, number and birthday from the records"))
        self.with_name.setToolTip(self.with_name.accessibleDescription())
        self.with_name.toggled.connect(self._take_identity)
        for name, (words, help_words) in field_words().items():
            if name == "name":
                self.box.addWidget(self.with_name)
            field: QLineEdit | QPlainTextEdit
            if name in LONGEST_TEXT:
                field = QPlainTextEdit()
                field.setTabChangesFocus(True)
                field.setFixedHeight(look().px(TALL))
            else:
                field = QLineEdit(self._day if name == "day" else "")
                field.setMaxLength(LONGEST_LINE)
            field.setInputMethodHints(UNLEARNT)
            field.textChanged.connect(self._edited)
            self.fields[name] = field
            part = QWidget()
            part.setProperty("kind", "page")
            inside = field_below(field, words, help_words)
            inside.setContentsMargins(0, 0, 0, 0)
            part.setLayout(inside)
            self._parts[name] = part
            self.box.addWidget(part)

    def _show_fields(self) -> None:
        taken = self._taken()
        for name, part in self._parts.items():
            part.setVisible(name in taken)
        self.with_name.setVisible(self._identity is not None and "name" in taken)

    def _taken(self) -> tuple[str, ...]:
        if self._kind is None:
            return ()
        more = self._kind.identified if self.is_identified else ()
        return self._kind.fields + more + (self.of_template if self._kind.id == "soap" else ())

    def _text(self, name: str) -> str:
        field = self.fields[name]
        return field.text().strip() if isinstance(field, QLineEdit) else field.toPlainText().strip()

    def _value(self, name: str) -> str:
        text = self._text(name)
        if name in LONGEST_TEXT:
            shown = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
            return shown[: LONGEST_TEXT[name]]
        return (read_day(text) or "") if name in DAYS else one_line(text)

    def _edited(self) -> None:
        for name, longest in LONGEST_TEXT.items():
            field = self.fields[name]
            if isinstance(field, QPlainTextEdit) and len(field.toPlainText()) > longest:
                field.setPlainText(field.toPlainText()[:longest])
                field.moveCursor(field.textCursor().MoveOperation.End)
        self.edited.emit()

    def _choose_voice(self, voice: str) -> None:
        if self._kind is not None:
            self._voices[self._kind.id] = "patient" if voice == "patient" else "clinician"
        self.voice_strip.show_choice(self.voice)
        self.edited.emit()

    def _choose_ending(self, ending: str) -> None:
        if self._kind is not None:
            self._endings[self._kind.id] = ending
            self._ending_strips[self._kind.endings].show_choice(ending)
        self.web_words.setVisible(ending == ".html")
        self.edited.emit()

    def _identify(self) -> None:
        self._show_fields()
        self.edited.emit()

    def _take_identity(self, taken: bool) -> None:
        """Fills in who it is, or takes out what was filled in so."""
        for name in IDENTITY:
            field = self.fields[name]
            known = str(getattr(self._identity, name, None) or "")
            if isinstance(field, QLineEdit) and field.text() == ("" if taken else known):
                field.setText(known if taken else "")


def _named(name: str, *strips: ChoiceStrip) -> QWidget:
    """Gives strips of which one is seen, below what they choose."""
    holder = QWidget()
    holder.setProperty("kind", "page")
    holder.setAccessibleName(name)
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.XS)
    box.addWidget(label(name, "strong"))
    for strip in strips:
        strip.setAccessibleName(name)
        policy = strip.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # in two rows it is taller than its hint
        strip.setSizePolicy(policy)
        box.addWidget(strip)
    return holder
