"""Shows what a file in FHIR would bring, and what of it stays outside, before it is opened."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.exchange.fhir.reading import Incoming
from hipmap.model.knowledge import Knowledge

SHOWN = 5
"""So many things that are left out are told one by one."""


class IncomingDialog(SheetDialog):
    """Accepted, the case is opened; nothing was changed before."""

    def __init__(self, found: Incoming, name: str, knowledge: Knowledge, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Open “{file}”?").format(file=name),
            self.tr("This is a case in FHIR, as programs hand it to each other. It would bring:"),
            self.tr("Open this case"),
        )
        self.found = found
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row, (what, value) in enumerate(self._brings(knowledge)):
            grid.addWidget(label(what, "body", "muted"), row, 0)
            grid.addWidget(label(value, "strong", wrap=True), row, 1)
        self.inner.addLayout(grid)
        for caution in self._cautions(knowledge.manifest.version):
            self.inner.addWidget(label(caution, "body", "danger", wrap=True))
        if found.left_out:
            self.inner.addWidget(label(self._left_out(), "body", "danger", wrap=True))
        if found.beside:
            self.inner.addWidget(label(self._beside(), "caption", "muted", wrap=True))
        self.do.clicked.connect(self.accept)
        self.do.setFocus()

    def _brings(self, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
        case, unknown = self.found.case, self.tr("not told")
        yield self.tr("Marks on the body map"), str(len(case.marks))
        yield self.tr("Answers"), str(len(case.answers))
        if case.pin is not None:
            yield self.tr("Spot of one finger"), self.tr("yes")
        if case.own_view is not None:
            yield self.tr("A clinician’s own view"), self.tr("yes")
        yield self.tr("Written by"), self.found.made_by or unknown
        version, here = self.found.version or unknown, knowledge.manifest.version
        yield self.tr("Version of its questions"), version
        if version != here:
            yield self.tr("Version of the questions here"), here

    def _cautions(self, here: str) -> Iterator[str]:
        if self.found.status == "in-progress":
            yield self.tr("Whoever answered has not finished: answers may be missing.")
        elif self.found.is_unfinished:
            yield self.tr("Whoever answered stopped before the end: answers may be missing.")
        if self.found.version and self.found.version != here:
            yield self.tr("It answers another version of the questions: look through the answers.")

    def _left_out(self) -> str:
        words = self.tr("Left out, because hipmap does not know it: {count}. Ask it again if it matters.")
        lines = [f"•  {one}" for one in self.found.left_out[:SHOWN]]
        if len(self.found.left_out) > SHOWN:
            lines.append(self.tr("and {count} more").format(count=len(self.found.left_out) - SHOWN))
        return "\n".join([words.format(count=len(self.found.left_out)), *lines])

    def _beside(self) -> str:
        words = self.tr("Not taken in: {list}. hipmap works its results out anew, and a case holds no name.")
        counted = (f"{name or '?'} {count}" for name, count in sorted(self.found.beside.items()))
        return words.format(list=", ".join(counted))
