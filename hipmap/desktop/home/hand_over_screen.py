"""The visit as one locked file for the clinic: how it is locked, whose it is, and what to do with it then."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.guide_middle import middle_around
from hipmap.desktop.home.hand_over_lock import CodeLock, Lock, PassphraseLock
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.home_field import HomeField
from hipmap.desktop.home.screen import Screen, note_box, numbered
from hipmap.desktop.home.unfinished import Unfinished
from hipmap.desktop.labels import label
from hipmap.desktop.records.day_words import today
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.written_days import read_day
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.records import LONGEST_NUMBER
from hipmap.model.voice import Voice
from hipmap.storage.records.home_document import home_document
from hipmap.storage.records.patient_documents import write_document
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.surroundings import Surroundings, this_machine

SUFFIX = ".hipmap"
LONGEST_NAME = 200


class HandOverScreen(Screen):
    """Nothing is written before the person has chosen where; then nothing but that one file."""

    def __init__(self, case: Case, unfinished: Unfinished, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._case = case
        self._unfinished = unfinished
        self.around: Surroundings = this_machine()
        self.title.setText(self.tr("A file for my clinic"))
        self.form, self.after = QWidget(), QWidget()
        for part in (self.form, self.after):
            box = QVBoxLayout(part)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(Space.L)
            self.box.addWidget(part)
        self.after.hide()
        passphrase, code = PassphraseLock(), CodeLock()
        self.locks: dict[str, Lock] = {"passphrase": passphrase, "code": code}
        self.trouble = label("", "large", "danger", wrap=True)
        self._add_ways()
        self._add_person()
        self._add_plain()
        self.fields = {
            "secret": passphrase.secret, "again": passphrase.again, "code": code.code,
            "name": self.name, "born": self.born, "number": self.number,
        }  # fmt: skip
        self._choose(unfinished.way)
        self._take_up()
        self.kept_in = export_refusal("patient")
        self._keep_in()

    @property
    def saved(self) -> str:
        """The name of the file that was written."""
        return self._unfinished.file

    # ---- what the guide asks

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._case = case

    def next_words(self) -> str:
        is_over = self.saved or self.kept_in
        return self.tr("Back to my result") if is_over else self.tr("Choose where to save it")

    def takes_next(self) -> bool:
        if self.saved or self.kept_in:
            self.asked.emit("result")
        elif self._is_filled_in():
            self._ask_place()
        return True

    # ---- writing

    def write(self, path: Path) -> None:
        """Locks everything into one file."""
        born = read_day(self.born.text()) if self.born.text() else None
        document = home_document(self._case, self.name.text(), born, self.number.text(), today(), self.around)
        lock = self.locks[self.way]
        try:
            write_document(path, lock.sealed(document, self.around))
        except VaultProblem as problem:
            self.trouble.setText(vault_words(problem))
            self.trouble.show()
            announce(self.trouble, self.trouble.text())
            middle = middle_around(self)
            if middle is not None:
                middle.ensureWidgetVisible(self.trouble)
            return
        for field in self.fields.values():
            field.line.setText("")  # unlike clear(), this leaves nothing to be undone in the field
        self._unfinished.finish(path.name)
        self._show_saved()
        self.reworded.emit()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_place(self) -> None:
        start = str(Path.home() / f"my-visit{SUFFIX}")
        name = chosen_file.file_to_save(self, self.tr("Save the file for my clinic"), start, f"*{SUFFIX}")
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(SUFFIX))

    def _is_filled_in(self) -> bool:
        """Says at the first field that is wrong what is wrong with it."""
        self.trouble.hide()
        fields = {
            **self.locks[self.way].wrong(self.name.text()),
            self.name: "" if self.name.text() else self.tr("Please write your name."),
            self.born: self._wrong_day(),
        }
        for field in fields:
            field.tell("")
        wrong = next(((field, words) for field, words in fields.items() if words), None)
        if wrong is not None:
            wrong[0].tell(wrong[1])
        return wrong is None

    def _wrong_day(self) -> str:
        text = self.born.text()
        born = read_day(text)
        if not text or (born is not None and born <= today()):
            return ""
        return self.tr("Please write your birthday as year-month-day, like 1960-04-30, or leave it empty.")

    # ---- parts

    def _add_ways(self) -> None:
        box = self._box_of(self.form)
        box.addWidget(
            label(
                self.tr(
                    "Everything that you told goes into one locked file. Only your clinic can open it. "
                    "Nothing else is kept on this computer."
                ),
                "large", wrap=True,
            )
        )  # fmt: skip
        box.addWidget(label(self.tr("How shall the file be locked?"), "large_strong", wrap=True))
        passphrase, code = self.tr("With a passphrase"), self.tr("With the code of my clinic")
        self.ways = AnswerTiles([Answerable("passphrase", passphrase), Answerable("code", code)])
        self.ways.tile_of("passphrase").show_words(
            passphrase, self.tr("Some words that you think of now and tell your clinic by phone.")
        )
        self.ways.tile_of("code").show_words(
            code, self.tr("Letters that your clinic gave you. Then you need no passphrase.")
        )
        self.ways.chosen.connect(self._choose)
        box.addWidget(self.ways)
        for lock in self.locks.values():
            box.addWidget(lock)

    def _add_person(self) -> None:
        box = self._box_of(self.form)
        why = self.tr("So that your clinic knows whose file it is. This is inside the lock too.")
        self.name = HomeField(self.tr("Your name"), why)
        self.name.line.setMaxLength(LONGEST_NAME)
        self.born = HomeField(
            self.tr("Your birthday"), self.tr("Year-month-day, like 1960-04-30. May stay empty.")
        )
        self.number = HomeField(
            self.tr("Your number at the clinic"), self.tr("If you know it. May stay empty.")
        )
        self.number.line.setMaxLength(LONGEST_NUMBER)
        for part in (self.name, self.born, self.number):
            box.addWidget(part)
        self.trouble.hide()
        box.addWidget(self.trouble)

    def _add_plain(self) -> None:
        box = self._box_of(self.form)
        self.open_to_all = label(
            self.tr("A file without a lock can be read by everyone who gets it."),
            "large_note", "muted", wrap=True,
        )  # fmt: skip
        self.plain = HomeButton(self.tr("Save a file without a lock…"), "link")
        self.plain.clicked.connect(lambda: self.asked.emit("unlocked"))
        box.addWidget(self.open_to_all)
        box.addWidget(self.plain, 0, Qt.AlignmentFlag.AlignLeading)

    def _keep_in(self) -> None:
        """What a policy keeps in is told before anybody writes a name or thinks of a passphrase."""
        for part in (self.open_to_all, self.plain):
            part.setVisible(not export_refusal("json"))
        if not self.kept_in or self.saved:
            return
        self.form.hide()
        box = self._box_of(self.after)
        words = self.tr("On this computer no file can be made for your clinic.")
        parts = (label(words, "large_strong", wrap=True), label(self.kept_in, "large_note", wrap=True))
        box.addWidget(note_box("watch", *parts))
        words = self.tr("You can show your result on this screen, or tell your clinic what it says.")
        box.addWidget(label(words, "large", wrap=True))
        box.addWidget(self.open_to_all)
        box.addWidget(self.plain, 0, Qt.AlignmentFlag.AlignLeading)
        self.after.show()

    def _choose(self, way: str) -> None:
        self.way = self._unfinished.way = way
        self.ways.show_choice(way)
        for name, lock in self.locks.items():
            lock.setVisible(name == way)

    def _take_up(self) -> None:
        """Shows what was typed before this screen was made anew, and remembers what is typed from now on."""
        for name, field in self.fields.items():
            field.line.setText(self._unfinished.typed.get(name, ""))
            field.line.textChanged.connect(partial(self._unfinished.keep, name))
        if self.saved:
            self._show_saved()

    def _show_saved(self) -> None:
        self.title.setText(self.tr("Your file is ready"))
        box = self._box_of(self.after)
        said = self.tr("It is called {file}. Nothing else was kept on this computer.").format(file=self.saved)
        box.addWidget(note_box("calm", label(said, "large", wrap=True)))
        box.addWidget(label(self.tr("What to do now"), "heading"))
        box.addWidget(numbered(self.locks[self.way].steps()))
        self.form.hide()
        self.after.show()

    def _box_of(self, part: QWidget) -> QVBoxLayout:
        box = part.layout()
        assert isinstance(box, QVBoxLayout)
        return box
