"""Cards of examination tests and questionnaires as rich text."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.drawings import with_drawing
from hipmap.desktop.learn.markup import heading, link, listing, paragraph, table, text
from hipmap.desktop.learn.references import References
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.measures import Measure, MeasureItem
from hipmap.model.voice import Voice, said
from hipmap.reasoning.finding_worth import Worth, worth_of

MOST_WORTHS = 6


def card_page(card: ExaminationCard, library: Library, knowledge: Knowledge, voice: Voice) -> str:
    """Gives one test: how to do it, what counts and where, how accurate it was, what it is worth here."""
    tr = QCoreApplication.translate
    notes = References(knowledge, voice)
    finding = knowledge.finding_by_id[card.finding]
    moves = {move.finding: move.drawing for move in library.movements}
    parts = [
        heading(finding.clinician, 1),
        with_drawing(
            heading(tr("Learn", "How to do it"))
            + paragraph(text(card.position))
            + listing((text(step) for step in card.steps), numbered=True),
            moves.get(card.finding),
        ),
        heading(tr("Learn", "Positive")),
        paragraph(text(card.positive)),
        heading(tr("Learn", "Where it must hurt")),
        paragraph(text(card.where)),
        heading(tr("Learn", "Pitfalls")) + listing(text(one) for one in card.pitfalls)
        if card.pitfalls
        else "",
        heading(tr("Learn", "Published accuracy")),
        _figures([library.row_by_id[name] for name in card.rows], knowledge, notes),
        paragraph(text(card.no_figures)) if card.no_figures is not None else "",
        heading(tr("Learn", "Worth here")),
        _worths(worth_of(card.finding, knowledge), knowledge),
        notes.listed(),
    ]
    return "".join(parts)


def _figures(rows: Iterable[EvidenceRow], knowledge: Knowledge, notes: References) -> str:
    lines = []
    for row in rows:
        about = [
            text(row.finding),
            f'<span class="mark">{text(_for_whom(row, knowledge))}</span>',
        ]
        if row.population is not None:
            about.append(f'<span class="mark">{text(row.population)}</span>')
        n = f"{row.n:g}" if row.n is not None else "–"
        lines.append(
            [
                "<br>".join(about) + notes.mark("published", [row.source]),
                _figure(row, "sens"), _figure(row, "spec"), _figure(row, "lr_pos"), _figure(row, "lr_neg"), n,
            ]
        )  # fmt: skip
    tr = QCoreApplication.translate
    head = ["", tr("Learn", "Sensitivity"), tr("Learn", "Specificity"), "LR+", "LR−", tr("Learn", "People")]
    return table(head, lines, numbers_from=1) if lines else ""


def _for_whom(row: EvidenceRow, knowledge: Knowledge) -> str:
    named = [
        (knowledge.origin_by_id.get(name) or knowledge.condition_by_id[name]).clinician
        for name in row.targets
    ]
    return ", ".join(named[:3]) + (" …" if len(named) > 3 else "")


def _figure(row: EvidenceRow, name: str) -> str:
    value = getattr(row, name)
    if value is None:
        return "–"
    interval = next((one for one in row.intervals if one.of == name), None)
    limits = f"<br>{interval.low:g}–{interval.high:g}" if interval is not None else ""
    return f"{value:g}<span class='mark'>{limits}</span>"


def _worths(worths: tuple[Worth, ...], knowledge: Knowledge) -> str:
    tr = QCoreApplication.translate
    if not worths:
        return paragraph(text(tr("Learn", "Asked for safety; it does not change likelihoods.")))
    rows = []
    for one in worths[:MOST_WORTHS]:
        condition = knowledge.condition_by_id[one.condition].clinician
        kind = {
            "published": tr("Learn", "published"),
            "derived": tr("Learn", "derived"),
            "judged": tr("Learn", "judgement"),
            "local": tr("Learn", "local"),
        }[one.kind]
        rows.append([text(condition), text(one.answer), f"× {one.ratio:.2g}", text(kind)])
    head = [tr("Learn", "Condition"), tr("Learn", "Answer"), tr("Learn", "Odds"), tr("Learn", "From")]
    note = tr("Learn", "Against anyone asked with such pain, before other answers overlap with it.")
    return table(head, rows, numbers_from=2) + paragraph(text(note), "small")


def cards_page(library: Library, knowledge: Knowledge) -> str:
    """Gives the list of all test cards."""
    rows = (
        link(f"test:{one.finding}", knowledge.finding_by_id[one.finding].clinician) for one in library.cards
    )
    return heading(QCoreApplication.translate("Learn", "Examination tests"), 1) + listing(rows)


def measures_page(library: Library, voice: Voice) -> str:
    """Gives the list of questionnaires."""
    rows = (link(f"measure:{one.id}", said(one, voice)) for one in library.measures)
    return heading(QCoreApplication.translate("Learn", "Questionnaires"), 1) + listing(rows)


def measure_page(measure: Measure, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a questionnaire: items, scale, score, the change that matters and its terms of use."""
    tr = QCoreApplication.translate
    notes = References(knowledge, voice)
    scale = tr("Learn", "{least} = {least_word}; {most} = {most_word}").format(
        least=f"{measure.least:g}", least_word=said(measure.least_word, voice),
        most=f"{measure.most:g}", most_word=said(measure.most_word, voice),
    )  # fmt: skip
    return "".join(
        (
            heading(said(measure, voice), 1),
            paragraph(text(said(measure.instruction, voice))),
            paragraph(text(scale), "small"),
            listing((_item(item) for item in measure.items), numbered=len(measure.items) > 1),
            heading(tr("Learn", "A change that matters")),
            paragraph(text(said(measure.change, voice)) + notes.mark(measure.basis, measure.sources)),
            paragraph(text(said(measure.note, voice))) if measure.note is not None else "",
            heading(tr("Learn", "Terms of use")),
            paragraph(text(measure.licence)),
            notes.listed(),
        )
    )


def _item(item: MeasureItem) -> str:
    unit = f' <span class="mark">({text(item.unit)})</span>' if item.unit is not None else ""
    return text(item.patient) + unit
