"""The page for the clinic as rich text: marks, answers, result, safety net and what it all rests on."""

import base64
from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QBuffer, QCoreApplication, QDate, QIODevice, QLocale
from PySide6.QtGui import QImage

from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import FAMILY, Paper
from hipmap.desktop.emergency_words import net_words
from hipmap.desktop.home.marks_picture import SHARP, marks_image
from hipmap.desktop.home.result_words import below_headline, headline_of, is_folded, number_of, word_of_row
from hipmap.desktop.reason_words import reason_label
from hipmap.desktop.urgency_words import advised, raised_by
from hipmap.desktop.wording import tier_title, value_words
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

REASONS = 3
WIDEST = 560
"""The picture of the marks is no wider than the text on paper."""
_STYLE = (
    f"body {{ font-family: {FAMILY}, sans-serif; font-size: {Paper.BODY}pt; color: {Paper.INK}; }}"
    f" h1 {{ font-size: {Paper.TITLE}pt; }} h2 {{ font-size: {Paper.PART}pt; margin-bottom: 2pt; }}"
    f" .small {{ font-size: {Paper.SMALL}pt; }}"
)


def printed_page(case: Case, assessment: Assessment, country: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the whole page as one HTML text with its picture inside."""
    tr = QCoreApplication.translate
    parts = [
        _heading(headline_of(assessment, knowledge, voice), 1),
        _paragraph(below_headline(assessment, knowledge, voice)),
        _paragraph(_printed_on()),
        _urgency(assessment, knowledge, voice),
        _where(case, knowledge, voice),
        _likelihoods(assessment, knowledge, voice),
        _reasons(assessment, knowledge, voice),
        _heading(tr("HomePrint", "When to get help"), 2),
        _paragraph(net_words(assessment.urgency.tier, country, knowledge, voice)),
        _answers(case, knowledge, voice),
        _passport(case, assessment, knowledge, voice),
    ]
    title = escape(tr("HomePrint", "hipmap: for my clinic"))
    head = f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _printed_on() -> str:
    tr = QCoreApplication.translate
    day = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    words = tr(
        "HomePrint", "From hipmap, {date}. This is not a diagnosis; it is for a talk with a clinician."
    )
    return words.format(date=day)


def _heading(words: str, level: int) -> str:
    return f"<h{level}>{escape(words)}</h{level}>"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


def _listing(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _urgency(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    tier = assessment.urgency.tier
    texts = dict.fromkeys(one.text for one in advised(assessment.urgency, knowledge, voice))
    because = raised_by(assessment, knowledge, voice)
    return _heading(tier_title(tier, voice), 2) + "".join(map(_paragraph, texts)) + _listing(because)


def _where(case: Case, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    words = f"<p>{read_back(case.marks, ZoneWords(knowledge.body, voice), case.pin)}</p>"
    who = []
    if case.person.age is not None:
        who.append(tr("HomePrint", "Age: {age}").format(age=f"{case.person.age:g}"))
    if case.person.sex is not None:
        sexes = {
            "female": tr("HomePrint", "female"),
            "male": tr("HomePrint", "male"),
            "other": tr("HomePrint", "other"),
        }
        who.append(tr("HomePrint", "Sex: {sex}").format(sex=sexes[case.person.sex]))
    picture = _picture(marks_image(case.marks, knowledge.body)) if case.marks else ""
    heading = _heading(tr("HomePrint", "Where it hurts"), 2)
    return _paragraph(" · ".join(who)) + heading + words + picture


def _picture(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    data = base64.b64encode(bytes(buffer.data().data())).decode("ascii")
    wide = min(image.width() // SHARP * 2 // 3, WIDEST)
    return f'<p><img width="{wide}" src="data:image/png;base64,{data}"></p>'


def _likelihoods(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    if assessment.enough.why == "nothing_known":
        return ""
    shown = [one for at, one in enumerate(assessment.origins) if not is_folded(one, at)]
    lines = [
        tr("HomePrint", "{name}: {word}, {number}").format(
            name=said(knowledge.origin_by_id[one.id], voice),
            word=word_of_row(one),
            number=number_of(one, voice),
        )
        for one in shown
    ]
    note = tr("HomePrint", "More than one can be true. This is not a diagnosis.")
    return _heading(tr("HomePrint", "What it fits with"), 2) + _listing(lines) + _paragraph(note)


def _reasons(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    first = assessment.origins[0]
    parts = []
    for title, reasons in (
        (tr("HomePrint", "Speaks for the first one"), first.reasons_for[:REASONS]),
        (tr("HomePrint", "Speaks against the first one"), first.reasons_against[:REASONS]),
    ):
        if reasons:
            lines = [reason_label(one, knowledge, voice) for one in reasons]
            parts.append(_heading(title, 2) + _listing(lines))
    return "".join(parts)


def _answers(case: Case, knowledge: Knowledge, voice: Voice) -> str:
    known = knowledge.finding_by_id
    lines = [
        f"{said(known[name], voice)} {value_words(known[name], answer.value, answer.side, voice)}"
        for name, answer in case.answers.items()
        if name in known
    ]
    return _heading(QCoreApplication.translate("HomePrint", "Answers"), 2) + _listing(lines) if lines else ""


def _passport(case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """What made this, from how much, and that nobody has tested it on patients."""
    tr = QCoreApplication.translate
    versions = assessment.versions
    still_open = {*assessment.urgency.not_asked, *assessment.urgency.unknown}
    unasked = [said(one, voice) for one in knowledge.findings if one.screening and one.id in still_open]
    lines = [
        tr("HomePrint", "hipmap {program}, knowledge {knowledge}, digest {digest}").format(
            program=versions.program, knowledge=versions.knowledge, digest=versions.digest[:16]
        ),
        tr("HomePrint", "Answers given: {count}").format(count=len(case.answers)),
        tr("HomePrint", "Not validated on patients. Built from published studies of single findings and from"
           " judgement."),
    ]  # fmt: skip
    asked = (
        _heading(tr("HomePrint", "Safety questions not answered"), 2) + _listing(unasked) if unasked else ""
    )
    return asked + _heading(tr("HomePrint", "What this rests on"), 2) + _listing(lines)
