"""The card of one mark: its kind, how strong it is, what it feels like, when, and from where it spreads."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.body_map import card_words
from hipmap.desktop.body_map.card_row import CardRow
from hipmap.desktop.body_map.card_words import DEPTHS, FEELS, QUALITIES, STRENGTHS, WHENS
from hipmap.desktop.body_map.kind_tool import kind_choices
from hipmap.desktop.body_map.map_popup import MapPopup
from hipmap.desktop.body_map.mark_intents import MarkChanges
from hipmap.desktop.body_map.start_field import StartField
from hipmap.desktop.body_map.zone_words import ZoneWords, kind_for
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.model.case import Mark, MarkKind, Place

WIDTH = 520
"""Wide enough for the eleven strengths on one line, at 100 % text, beside a bar that scrolls too."""

SECOND_DIGIT_MS = 1000


class MarkCard(MapPopup):
    """Shows a mark and emits what a person wants it to be; it closes itself when the mark is gone."""

    edited = Signal(object)
    replaced = Signal(object)  # MarkChanges
    removed = Signal(str, str, str)

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._marks: Sequence[Mark] = ()
        self._ten = QElapsedTimer()
        self.mark: Mark | None = None
        voice = words.voice
        self.title = label("", "title", wrap=True)
        self.kinds = CardRow(self.tr("What it is"), kind_choices())
        self.worst = QCheckBox(self.tr("This is the worst spot"))
        self.how_strong = label("", "caption", "muted", wrap=True)
        self.strengths = {
            field: CardRow("", card_words.strength_choices(field, voice), beside=True) for field in STRENGTHS
        }
        self.feels = CardRow("", card_words.feel_choices(QUALITIES))
        self.deep = CardRow("", card_words.feel_choices(DEPTHS))
        self.when = CardRow("", card_words.time_choices())
        self.start = StartField()
        self.remove = QPushButton(self.tr("Remove"))
        self.done = QPushButton(self.tr("Done"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        """Rows that scroll where the screen is too low for them, and two buttons that always stand."""
        self._page = QWidget()
        self._page.setProperty("kind", "page")
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(2, 2, 2, 2)
        self._rows.setSpacing(Space.S)
        for widget in self._all_rows():
            self._rows.addWidget(widget)
        self._rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        say(self.remove, "kind", "link")
        say(self.done, "kind", "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        self.box.addWidget(self.title)
        self.box.addWidget(self._scroll, 1)
        self.box.addLayout(buttons)

    def _all_rows(self) -> list[QWidget]:
        first: list[QWidget] = [self.kinds, self.start, self.worst, self.how_strong]
        return [*first, *self.strengths.values(), self.feels, self.deep, self.when]

    def _listen(self) -> None:
        self.kinds.chosen.connect(self._kind_chosen)
        for field, row in self.strengths.items():
            row.chosen.connect(partial(self._number_chosen, field))
        self.worst.clicked.connect(lambda checked: self._edit(worst=checked))
        self.feels.chosen.connect(self._feel_chosen)
        self.deep.chosen.connect(self._feel_chosen)
        self.when.chosen.connect(self._time_chosen)
        self.start.start_chosen.connect(self._start_chosen)
        self.remove.clicked.connect(self._remove)
        self.done.clicked.connect(self.close)

    # ------------------------------------------------------------ what is shown

    def open_at(self, mark: Mark, marks: Sequence[Mark], words: ZoneWords, corner: QPoint) -> None:
        """Shows the card of a mark, whole on the screen, with the keyboard on its intensity."""
        self._words = words
        self._word()
        self.show_mark(mark, marks)
        self._fit(corner)
        self.stand_at(corner)
        (self.kinds if mark.kind == "none" else self.strengths["intensity"]).take_keyboard()

    def _word(self) -> None:
        voice = self._words.voice
        self.how_strong.setText(card_words.how_strong(voice))
        for field, row in self.strengths.items():
            row.ask(card_words.strength_name(field, voice), card_words.strength_choices(field, voice))
            row.fit()
        self.feels.ask(card_words.asked_of_feel(voice), card_words.feel_choices(QUALITIES))
        self.deep.ask(card_words.asked_of_depth(voice), card_words.feel_choices(DEPTHS))
        self.when.ask(card_words.asked_of_time(voice), card_words.time_choices())

    def show_mark(self, mark: Mark, marks: Sequence[Mark]) -> None:
        """Shows a mark among all marks of the case; this never emits."""
        fit = self.mark is not None and self.mark.kind != mark.kind
        self.mark, self._marks = mark, marks
        self.title.setText(self._words.name(*mark.place))
        self.setAccessibleName(self.title.text())
        self._offer_kinds(mark)
        self.kinds.show_chosen([mark.kind])
        for field, row in self.strengths.items():
            value = getattr(mark, field)
            row.show_chosen([] if value is None else [f"{value:g}"])
        self.worst.setChecked(mark.worst)
        for feels in (self.feels, self.deep):
            feels.show_chosen(mark.feel)
        self.when.show_chosen(mark.when)
        self.start.show_mark(mark, marks, self._words)
        for widget in self._all_rows()[3:]:
            widget.setVisible(mark.kind != "none")
        self.worst.setVisible(mark.kind == "pain")
        self.start.setVisible(mark.kind == "spread")
        if fit and self.isVisible():
            self._fit(self.pos())
            self.stand_at(self.pos())

    def _offer_kinds(self, mark: Mark) -> None:
        """Offers the kinds that the zone has; one that is marked there already would be overwritten."""
        zone = self._words.body.by_id[mark.zone]
        there = {one.kind for one in self._marks if one.place == mark.place} - {mark.kind, "none"}
        why = self.tr("This place already has such a mark. Remove that one first.")
        for button in self.kinds.strip.buttons:
            fits = kind_for(zone, cast(MarkKind, button.choice)) == button.choice
            button.setEnabled(fits and button.choice not in there)
            button.setToolTip(why if button.choice in there else "")
            button.setAccessibleDescription(button.toolTip())

    def _fit(self, corner: QPoint) -> None:
        """Takes the height that its rows need, and no more than the screen has."""
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # what is not yet dressed says too small a size
        self.setFixedWidth(min(look().px(WIDTH), room.width() - 2 * Space.S))
        edges = self.box.contentsMargins()
        wide = self.width() - edges.left() - edges.right()
        for row in self.strengths.values():
            row.fit(wide - self._scroll.verticalScrollBar().sizeHint().width() - 2 * Space.XS)
        self._rows.activate()
        rows = max(self._rows.totalHeightForWidth(wide), self._rows.totalMinimumSize().height())
        around = self.title.heightForWidth(wide) + self.done.sizeHint().height() + 2 * self.box.spacing()
        tall = rows + around + edges.top() + edges.bottom() + Space.XS
        self.setFixedHeight(min(tall, room.height() - 2 * Space.S))

    # ------------------------------------------------------------ what a person wants

    def _edit(self, **changes: object) -> None:
        if self.mark is not None:
            self.mark = Mark.model_validate(self.mark.model_dump() | changes)
            self.edited.emit(self.mark)

    def _kind_chosen(self, kind: MarkKind) -> None:
        before = self.mark
        if before is None or kind == before.kind:
            return
        changes: dict[str, object] = {"kind": kind, "worst": False, "spreads_from": None}
        if kind == "none":
            gone = ("intensity", "usual", "at_worst", "share")
            changes |= dict.fromkeys(gone) | {"feel": (), "when": ()}
        self.mark = Mark.model_validate(before.model_dump() | changes)
        self.replaced.emit(MarkChanges("change", (self.mark,), (before,)))

    def _number_chosen(self, field: str, number: str) -> None:
        same = self.mark is not None and getattr(self.mark, field) == int(number)
        self._edit(**{field: None if same else int(number)})

    def _digit_typed(self, digit: str) -> None:
        """Sets the strength that has the keyboard, else the present one; a 0 soon after a 1 makes ten."""
        field = next((name for name, row in self.strengths.items() if row.holds_keyboard()), "intensity")
        ten = digit == "0" and self._ten.isValid() and self._ten.elapsed() < SECOND_DIGIT_MS
        self._ten.invalidate()
        if digit == "1":
            self._ten.start()
        if self.mark is not None and self.mark.kind != "none":
            self._edit(**{field: 10 if ten else int(digit)})

    def _feel_chosen(self, feel: str) -> None:
        if self.mark is not None:
            chosen = {str(one) for one in self.mark.feel} ^ {feel}
            if feel in chosen and feel in DEPTHS:
                chosen -= set(DEPTHS) - {feel}  # deep or near the skin, not both
            self._edit(feel=tuple(one for one in FEELS if one in chosen))

    def _time_chosen(self, when: str) -> None:
        if self.mark is not None:
            chosen = {str(one) for one in self.mark.when} ^ {when}
            self._edit(when=tuple(one for one in WHENS if one in chosen))

    def _start_chosen(self, start: Place | None) -> None:
        self._edit(spreads_from=start)

    def _remove(self) -> None:
        if self.mark is not None:
            gone, self.mark = self.mark, None
            self.close()
            self.removed.emit(gone.zone, gone.side, gone.kind)

    def event(self, event: QEvent) -> bool:
        """Keeps the digits for itself, which choose tools of the map that the card belongs to."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.text().isdigit():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and not event.text().isspace():
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.text().isdigit():
            self._digit_typed(event.text())
        else:
            super().keyPressEvent(event)
