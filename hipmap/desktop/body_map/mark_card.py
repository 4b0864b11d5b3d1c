"""The card of one mark: its kind, whether it is the worst, how strong it is and what it feels like."""

from typing import cast, get_args

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from hipmap.desktop.body_map.kind_tool import kind_choices
from hipmap.desktop.body_map.zone_words import ZoneWords, kind_for
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.model.case import Feel, Mark, MarkKind

FEELS: tuple[Feel, ...] = get_args(Feel)
WIDTH = 444


class MarkCard(Card):
    """Shows a mark and emits what a person wants it to be; it closes itself when the mark is gone."""

    edited = Signal(object)
    removed = Signal(str, str, str)

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # round corners
        self._words = words
        self.mark: Mark | None = None
        self.is_changing = False  # between the two intents by which a mark changes its kind
        self.title = label("", "title", wrap=True)
        self.kinds = ChoiceStrip(kind_choices())
        self.numbers = ChoiceStrip([Choice(str(number), str(number)) for number in range(11)])
        self.worst = QCheckBox(self.tr("This is the worst spot"))
        self.feels = ChoiceStrip([Choice(feel, feel_name(feel)) for feel in FEELS])
        self.remove = QPushButton(self.tr("Remove"))
        self.done = QPushButton(self.tr("Done"))
        self._lay_out()
        self.kinds.chosen.connect(self._kind_chosen)
        self.numbers.chosen.connect(self._number_chosen)
        self.worst.clicked.connect(lambda checked: self._edit(worst=checked))
        self.feels.chosen.connect(self._feel_chosen)
        self.remove.clicked.connect(self._remove)
        self.done.clicked.connect(self.close)

    def _lay_out(self) -> None:
        for strip in (self.kinds, self.numbers, self.feels):
            strip.let_focus(Qt.FocusPolicy.StrongFocus)
        self.how_strong = label(self.tr("How strong, 0 to 10"), "caption", "muted")
        self.how_it_feels = label(self.tr("What it feels like: any that fit"), "caption", "muted")
        say(self.remove, "kind", "link")
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        for widget in (self.title, self.kinds, self.worst, self.how_strong, self.numbers):
            self.box.addWidget(widget)
        self.box.addWidget(self.how_it_feels)
        self.box.addWidget(self.feels)
        self.box.addSpacing(Space.XS)
        self.box.addLayout(buttons)

    # ------------------------------------------------------------ what is shown

    def open_at(self, mark: Mark, words: ZoneWords, corner: QPoint) -> None:
        """Shows the card of a mark, whole on the screen, with the keyboard on its intensity."""
        self._words = words
        self.show_mark(mark)
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(Space.S, Space.S, -Space.S, -Space.S)
        box = QRect(corner, self.size())
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        self.move(max(box.left(), room.left()), max(box.top(), room.top()))
        self.show()
        chosen = "0" if mark.intensity is None else f"{round(mark.intensity)}"
        self.numbers.button_of(chosen).setFocus(Qt.FocusReason.PopupFocusReason)

    def show_mark(self, mark: Mark) -> None:
        """Shows a mark; this never emits."""
        self.mark = mark
        self.title.setText(self._words.name(*mark.place))
        self.setAccessibleName(self.title.text())
        zone = self._words.body.by_id[mark.zone]
        for button in self.kinds.buttons:
            button.setEnabled(kind_for(zone, cast(MarkKind, button.choice)) == button.choice)
        self.kinds.show_choice(mark.kind)
        self.numbers.show_choice(None if mark.intensity is None else f"{mark.intensity:g}")
        self.worst.setChecked(mark.worst)
        for button in self.feels.buttons:
            button.show_state(button.choice in mark.feel)
        self.worst.setVisible(mark.kind == "pain")
        for widget in (self.how_strong, self.numbers, self.how_it_feels, self.feels):
            widget.setVisible(mark.kind != "none")
        self._fit()

    def _fit(self) -> None:
        """Takes the height that its rows need, wrapped where the text is large."""
        self.setFixedWidth(look().px(WIDTH))
        self.box.activate()
        self.setFixedHeight(
            max(self.box.totalHeightForWidth(self.width()), self.box.totalMinimumSize().height())
        )

    # ------------------------------------------------------------ what a person wants

    def _edit(self, **changes: object) -> None:
        if self.mark is not None:
            self.mark = Mark.model_validate(self.mark.model_dump() | changes)
            self.edited.emit(self.mark)

    def _kind_chosen(self, kind: MarkKind) -> None:
        before = self.mark
        if before is None or kind == before.kind:
            return
        if "none" not in (kind, before.kind):  # no pain and the other kinds replace each other by themselves
            self.is_changing = True
            self.removed.emit(before.zone, before.side, before.kind)
            self.is_changing = False
        changes: dict[str, object] = {"kind": kind, "worst": False}
        if kind == "none":
            changes |= {"intensity": None, "feel": ()}
        self.mark = before
        self._edit(**changes)

    def _number_chosen(self, number: str) -> None:
        same = self.mark is not None and self.mark.intensity == int(number)
        self._edit(intensity=None if same else int(number))

    def _feel_chosen(self, feel: Feel) -> None:
        if self.mark is not None:
            chosen = set(self.mark.feel) ^ {feel}
            self._edit(feel=tuple(one for one in FEELS if one in chosen))

    def _remove(self) -> None:
        if self.mark is not None:
            gone, self.mark = self.mark, None
            self.close()
            self.removed.emit(gone.zone, gone.side, gone.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.L, Radius.L)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.text().isdigit():
            self._number_chosen(event.text())
        else:
            super().keyPressEvent(event)


def feel_name(feel: Feel) -> str:
    """Gives the word for what a pain feels like."""
    names: dict[Feel, str] = {
        "ache": QCoreApplication.translate("BodyMap", "Ache"),
        "sharp": QCoreApplication.translate("BodyMap", "Sharp"),
        "burning": QCoreApplication.translate("BodyMap", "Burning"),
        "electric": QCoreApplication.translate("BodyMap", "Electric"),
        "deep": QCoreApplication.translate("BodyMap", "Deep"),
        "surface": QCoreApplication.translate("BodyMap", "Surface"),
    }
    return names[feel]
