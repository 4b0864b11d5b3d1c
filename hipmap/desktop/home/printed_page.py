"""The page for the clinic as rich text: marks, answers, result, safety net and what it all rests on."""

import base64
from html import escape

from PySide6.QtCore import QBuffer, QCoreApplication, QDate, QIODevice, QLocale
from PySide6.QtGui import QImage

from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import FAMILY, Paper
from hipmap.desktop.emergency_words import call_sentence, net_words
from hipmap.desktop.home.ends import words_on_paper
from hipmap.desktop.home.marks_picture import SHARP, marks_image
from hipmap.desktop.home.printed_sides import fits_with
from hipmap.desktop.home.result_words import below_headline, sided_headline
from hipmap.desktop.home.rich_text import heading, listing, paragraph
from hipmap.desktop.home.safety_words import SafetyAsked, found_title, net_as_asked, safety_asked
from hipmap.desktop.home.told_words import answer_lines, mark_lines, own_words_line
from hipmap.desktop.urgency_words import advised, asked_words, raised_by
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice, said

WIDEST = 560
"""The picture of the marks is no wider than the text on paper."""
_STYLE = (
    f"body {{ font-family: {FAMILY}, sans-serif; font-size: {Paper.BODY}pt; color: {Paper.INK}; }}"
    f" h1 {{ font-size: {Paper.TITLE}pt; }} h2 {{ font-size: {Paper.PART}pt; margin-bottom: 2pt; }}"
    f" .small {{ font-size: {Paper.SMALL}pt; }}"
)


def printed_page(
    case: Case,
    assessment: Assessment,
    country: str,
    knowledge: Knowledge,
    voice: Voice,
    end: End,
) -> str:
    """Gives the whole page as one HTML text with its picture inside; `end` is why the questions ended."""
    tr = QCoreApplication.translate
    asked, tier = safety_asked(case, knowledge), assessment.urgency.tier
    net = net_as_asked(net_words(tier, country, knowledge, voice), tier, asked)
    nothing_urgent = tier == "none_found" and not asked.still_open
    urgency = _urgency(assessment, asked, country, knowledge, voice)
    first = [
        heading(sided_headline(case, assessment, knowledge, voice), 1 if nothing_urgent else 2),
        paragraph(below_headline(assessment, knowledge, voice)),
        paragraph(words_on_paper(end, assessment.enough.why, tier, voice)),
        paragraph(_printed_on(voice)),
    ]
    # What is urgent, or may still be, stands before what is likely; else the result is the heading.
    parts = [
        *((*first, urgency) if nothing_urgent else (urgency, *first)),
        _where(case, knowledge, voice),
        fits_with(assessment, knowledge, voice),
        heading(tr("HomePrint", "When to get help"), 2),
        paragraph(net),
        _answers(case, knowledge, voice),
        _still_open(asked, voice),
        _passport(case, assessment),
    ]
    title = escape(tr("HomePrint", "hipmap: for my clinic"))
    head = f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _printed_on(voice: Voice) -> str:
    tr = QCoreApplication.translate
    day = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    if voice == "clinician":
        words = tr("HomePrint", "From hipmap, {date}. Not a diagnosis: weigh it with your own judgement.")
    else:
        words = tr(
            "HomePrint", "From hipmap, {date}. This is not a diagnosis; it is for a talk with a clinician."
        )
    return words.format(date=day)


def _urgency(
    assessment: Assessment, asked: SafetyAsked, country: str, knowledge: Knowledge, voice: Voice
) -> str:
    """What was found, what to do, and directly below it how much nobody has answered."""
    tier = assessment.urgency.tier
    texts = [one.text for one in advised(assessment.urgency, knowledge, voice)]
    if tier == "emergency_now" and voice == "patient":
        texts.insert(0, call_sentence(country, knowledge))
    because = raised_by(assessment, knowledge, voice)
    found = heading(found_title(tier, asked, voice), 1 if asked.still_open or tier != "none_found" else 2)
    found += "".join(map(paragraph, dict.fromkeys(texts))) + listing(because)
    if not asked.still_open:
        return found
    listed = QCoreApplication.translate("HomePrint", "{count}. They are listed at the end.")
    return found + paragraph(listed.format(count=asked_words(tier, asked.done)))


def _still_open(asked: SafetyAsked, voice: Voice) -> str:
    """The questions themselves, in full: whoever reads the page can ask them."""
    if not asked.still_open:
        return ""
    title = QCoreApplication.translate("HomePrint", "Safety questions not answered")
    return heading(title, 2) + listing(said(one, voice) for one in asked.still_open)


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
    told = listing(mark_lines(case, knowledge, voice)) + paragraph(own_words_line(case, knowledge, voice))
    title = heading(tr("HomePrint", "Where it hurts"), 2)
    return paragraph(" · ".join(who)) + title + words + told + picture


def _picture(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    data = base64.b64encode(bytes(buffer.data().data())).decode("ascii")
    wide = min(image.width() // SHARP * 2 // 3, WIDEST)
    return f'<p><img width="{wide}" src="data:image/png;base64,{data}"></p>'


def _answers(case: Case, knowledge: Knowledge, voice: Voice) -> str:
    lines = answer_lines(case, knowledge, voice)
    return heading(QCoreApplication.translate("HomePrint", "Answers"), 2) + listing(lines) if lines else ""


def _passport(case: Case, assessment: Assessment) -> str:
    """What made this, from how much, and that nobody has tested it on patients."""
    tr = QCoreApplication.translate
    versions = assessment.versions
    lines = [
        tr("HomePrint", "hipmap {program}, knowledge {knowledge}, digest {digest}").format(
            program=versions.program, knowledge=versions.knowledge, digest=versions.digest[:16]
        ),
        tr("HomePrint", "Answers given: {count}").format(count=len(case.answers)),
        tr("HomePrint", "Not validated on patients. Built from published studies of single findings and from"
           " judgement."),
    ]  # fmt: skip
    return heading(tr("HomePrint", "What this rests on"), 2) + listing(lines)
