"""The sources of one page: numbered where a text rests on them, and listed at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.markup import heading, listing, text
from hipmap.model.basis import Basis
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class References:
    """Numbers sources in the order in which a page first rests on them."""

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        self._knowledge = knowledge
        self._voice = voice
        self._numbers: dict[str, int] = {}

    def mark(self, basis: Basis, sources: Sequence[str]) -> str:
        """Gives what stands behind a text: numbers of sources, or that it is a judgement."""
        numbers = [self._numbers.setdefault(one, len(self._numbers) + 1) for one in sources]
        words = ",\u00a0".join(str(number) for number in numbers)
        if basis == "judged" and self._voice == "clinician":
            judged = QCoreApplication.translate("Learn", "judgement")
            words = f"{judged}; {words}" if words else judged
        return f' <span class="mark">[{text(words)}]</span>' if words else ""

    def listed(self) -> str:
        """Gives the list of the sources that were named, and what no number means."""
        tr = QCoreApplication.translate
        lines = [
            f"{number}. {text(self._knowledge.source_by_id[name].citation)}{self._kind_of(name)}"
            for name, number in self._numbers.items()
        ]
        title = heading(tr("Learn", "Where this comes from")) if lines else ""
        note = (
            tr("Learn", "What has no number is plain anatomy or the judgement of the people behind hipmap.")
            if self._voice == "patient"
            else tr("Learn", "Without a number: textbook knowledge, or judgement where it says so.")
        )
        return (
            title
            + "".join(f'<p class="small">{line}</p>' for line in lines)
            + f'<p class="small">{text(note)}</p>'
        )

    def _kind_of(self, name: str) -> str:
        source = self._knowledge.source_by_id[name]
        tr = QCoreApplication.translate
        if source.general_article:
            return text(tr("Learn", " (a health article, not a study)"))
        if source.read == "recalled":
            return text(tr("Learn", " (recalled, still to be checked)"))
        return ""


def sources_list(knowledge: Knowledge) -> str:
    """Gives every source that hipmap rests on, by name."""
    rows = sorted(knowledge.sources, key=lambda source: source.citation.lower())
    return listing(text(source.citation) for source in rows)
