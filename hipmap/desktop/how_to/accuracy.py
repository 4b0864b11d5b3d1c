"""What studies found of a test, line by line with source, and what its answers are worth here."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.markup import heading, listing, paragraph, text
from hipmap.desktop.learn.references import References
from hipmap.desktop.wording import answer_word
from hipmap.model.case import NO, YES
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.reasoning.finding_worth import Worth, worth_of

MOST_WORTHS = 4
MOST_NAMES = 2


def accuracy_part(
    card: ExaminationCard | None, library: Library, knowledge: Knowledge, notes: References
) -> str:
    """Gives the published figures of a card, each with its source; or why there are none."""
    if card is None:
        return ""
    title = heading(QCoreApplication.translate("HowTo", "Published accuracy"), 3)
    if card.no_figures is not None:
        return title + paragraph(text(card.no_figures))
    rows = (library.row_by_id[name] for name in card.rows)
    return title + listing(_row(row, knowledge, notes) for row in rows)


def _row(row: EvidenceRow, knowledge: Knowledge, notes: References) -> str:
    mark = notes.mark("published", [row.source])
    return f"<b>{text(_for_whom(row, knowledge))}</b>: {text(_figures(row))}{mark}"


def worth_part(finding: Finding, knowledge: Knowledge) -> str:
    """Gives what the strongest answers do to the odds, each with the kind of figure behind it."""
    tr = QCoreApplication.translate
    worths = worth_of(finding.id, knowledge)[:MOST_WORTHS]
    title = heading(tr("HowTo", "Worth here"), 3)
    if not worths:
        return title + paragraph(text(tr("HowTo", "Asked for safety; it does not change likelihoods.")))
    note = tr("HowTo", "Odds against anyone asked with such pain, before other answers overlap with it.")
    return title + listing(_worth(one, knowledge) for one in worths) + paragraph(text(note), "small")


def _worth(worth: Worth, knowledge: Knowledge) -> str:
    tr = QCoreApplication.translate
    kind = {
        "published": tr("HowTo", "published"),
        "derived": tr("HowTo", "derived"),
        "judged": tr("HowTo", "judgement"),
        "local": tr("HowTo", "local"),
    }[worth.kind]
    answer = answer_word(worth.answer) if worth.answer in (YES, NO) else worth.answer
    words = tr("HowTo", "{answer}: {condition} × {ratio} ({kind})")
    condition = knowledge.condition_by_id[worth.condition].clinician
    return text(words.format(answer=answer, condition=condition, ratio=f"{worth.ratio:.2g}", kind=kind))


def _for_whom(row: EvidenceRow, knowledge: Knowledge) -> str:
    named = [
        (knowledge.origin_by_id.get(name) or knowledge.condition_by_id[name]).clinician
        for name in row.targets
    ]
    return ", ".join(named[:MOST_NAMES]) + (" …" if len(named) > MOST_NAMES else "")


def _figures(row: EvidenceRow) -> str:
    return " · ".join(_each_figure(row))


def _each_figure(row: EvidenceRow) -> Iterator[str]:
    tr = QCoreApplication.translate
    if row.sens is not None:
        yield tr("HowTo", "sensitivity {share}").format(share=_percent(row, "sens", row.sens))
    if row.spec is not None:
        yield tr("HowTo", "specificity {share}").format(share=_percent(row, "spec", row.spec))
    if row.lr_pos is not None:
        yield f"LR+ {row.lr_pos:g}{_limits(row, 'lr_pos', 1)}"
    if row.lr_neg is not None:
        yield f"LR− {row.lr_neg:g}{_limits(row, 'lr_neg', 1)}"
    if row.n is not None:
        yield tr("HowTo", "people: {n}").format(n=f"{row.n:g}")
    if row.population is not None:
        yield row.population


def _percent(row: EvidenceRow, name: str, value: float) -> str:
    return f"{round(100 * value)} %{_limits(row, name, 100)}"


def _limits(row: EvidenceRow, name: str, times: int) -> str:
    interval = next((one for one in row.intervals if one.of == name), None)
    if interval is None:
        return ""
    return f" ({round(times * interval.low, 2):g}–{round(times * interval.high, 2):g})"
