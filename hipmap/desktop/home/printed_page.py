"""The page for the clinic as a document: marks, answers, result, safety net and what it all rests on."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QTextDocumentFragment

from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.emergency_words import call_sentence, net_words
from hipmap.desktop.home.ends import words_on_paper
from hipmap.desktop.home.printed_sides import fits_with
from hipmap.desktop.home.result_words import below_headline, sided_headline
from hipmap.desktop.home.route import LOUD
from hipmap.desktop.home.safety_words import SafetyAsked, found_title, net_as_asked, safety_asked
from hipmap.desktop.home.told_words import answer_lines, mark_lines, own_words_line
from hipmap.desktop.languages import language_on_paper
from hipmap.desktop.urgency_words import advised, asked_words, raised_by
from hipmap.exchange.drawing.body_map import body_map
from hipmap.exchange.paper.blocks import (
    TONES,
    Block,
    Document,
    Heading,
    Notice,
    Paragraph,
    Picture,
    heading_with,
    listed,
)
from hipmap.exchange.report import Report
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.spoken import speaking
from hipmap.model.voice import Voice, in_short, said
from hipmap.report_papers import read_asset

LETTERS = 10.5
SHARE = 0.45
"""So much of the width the picture of the marks takes."""


def printed_page(
    case: Case,
    assessment: Assessment,
    country: str,
    knowledge: Knowledge,
    voice: Voice,
    end: End,
) -> Document:
    """Gives the whole page; `end` is why the questions ended."""
    tr = QCoreApplication.translate
    asked, tier = safety_asked(case, assessment, knowledge), assessment.urgency.tier
    net = net_as_asked(net_words(tier, country, knowledge, voice), tier, asked)
    nothing_urgent = tier == "none_found" and not (asked.still_open or asked.told)
    urgency = _urgency(assessment, asked, country, knowledge, voice)
    first: tuple[Block, ...] = (
        Heading(sided_headline(case, assessment, knowledge, voice)),
        *_paragraphs(
            below_headline(assessment, knowledge, voice),
            words_on_paper(end, assessment.enough.why, tier, voice),
            _printed_on(voice),
        ),
    )
    # What is urgent, or may still be, stands before what is likely; else the result is the heading.
    blocks: tuple[Block, ...] = (
        *((*first, urgency) if nothing_urgent else (urgency, *first)),
        *_where(case, assessment, knowledge, voice),
        *fits_with(assessment, knowledge, voice),
        *heading_with(tr("HomePrint", "When to get help"), [Paragraph(net)]),
        *heading_with(tr("HomePrint", "Answers"), [listed(answer_lines(case, knowledge, voice))]),
        # The questions themselves, in full: whoever reads the page can ask them.
        *heading_with(
            tr("HomePrint", "Safety questions not answered"),
            [listed([said(one, voice) for one in asked.still_open])],
        ),
        *_passport(case, assessment),
    )
    title = tr("HomePrint", "For my clinic")
    foot = tr("HomePrint", "hipmap {program}. Not validated on patients.")
    return Document(title, blocks, foot.format(program=assessment.versions.program), LETTERS)


def _paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts if text)


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
) -> Notice:
    """What was found, what to do, and directly below it how much nobody has answered."""
    tier = assessment.urgency.tier
    texts = [one.text for one in advised(assessment.urgency, knowledge, voice)]
    lead = call_sentence(country, knowledge) if tier == "emergency_now" and voice == "patient" else ""
    lines = [*dict.fromkeys(texts), *raised_by(assessment, knowledge, voice)]
    if asked.still_open:
        listed_below = QCoreApplication.translate("HomePrint", "{count}. They are listed at the end.")
        lines.append(listed_below.format(count=asked_words(tier, asked.done)))
    if asked.told and tier not in LOUD:
        names = "; ".join(in_short(one, voice).rstrip("?") for one in asked.told)
        lines.append(QCoreApplication.translate("HomePrint", "Answered yes: {names}.").format(names=names))
    is_calm = tier != "none_found" or not (asked.still_open or asked.told)
    tone = TONES[tier] if is_calm else "soon"
    return Notice(found_title(tier, asked, voice), tuple(lines), tone, lead)


def _where(case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterable[Block]:
    words = read_back(case.marks, ZoneWords(knowledge.body, voice), case.pin)
    plain = QTextDocumentFragment.fromHtml(words).toPlainText()
    picture = None
    if case.marks:
        with speaking(language_on_paper()):
            picture = Picture(
                body_map(Report(case, assessment, knowledge), voice, read_asset, on_page=True), SHARE
            )
    title = QCoreApplication.translate("HomePrint", "Where it hurts")
    own = own_words_line(case, knowledge, voice)
    told = listed(mark_lines(case, knowledge, voice))
    return (
        *_paragraphs(_who(case)),
        *heading_with(title, [Paragraph(plain), told, *_paragraphs(own), picture]),
    )


def _who(case: Case) -> str:
    tr = QCoreApplication.translate
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
    return " · ".join(who)


def _passport(case: Case, assessment: Assessment) -> tuple[Block, ...]:
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
    return heading_with(tr("HomePrint", "What this rests on"), [listed(lines)])
