"""What changed between two visits: the likelihoods, and what was marked or answered otherwise."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.zone_words import ZoneWords, mark_summary
from hipmap.desktop.home.told_words import answer_words, mark_lines
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief, differ, now_and_then
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment
from hipmap.model.case import Answer, Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, in_short

SEEN = 0.5
"""A smaller weight, in decibans, is not said to speak for anything."""


@dataclass(frozen=True)
class Side:
    """One of the two visits."""

    day: str
    case: Case
    assessment: Assessment


@dataclass(frozen=True)
class Told:
    """One thing that was told otherwise, and which way it moved the origin that changed most."""

    what: str
    effect: str


def urgency_words(earlier: Side, later: Side, voice: Voice) -> str:
    """Gives how urgent it was and is."""
    then, now = (tier_title(side.assessment.urgency.tier, voice) for side in (earlier, later))
    if then == now:
        return now
    return QCoreApplication.translate("Records", "{then} → {now}").format(then=then, now=now)


def likelihood_changes(
    earlier: Side, later: Side, knowledge: Knowledge, voice: Voice
) -> list[tuple[str, str]]:
    """Gives each origin whose number is another now, the largest change first."""
    before = {one.id: one.probability for one in earlier.assessment.origins}
    changed = [
        (abs(one.probability - before.get(one.id, 0.0)), one.id, before.get(one.id, 0.0), one.probability)
        for one in later.assessment.origins
        if differ(before.get(one.id, 0.0), one.probability)
    ]
    return [
        (brief(origin_name(origin, knowledge, voice)), now_and_then(then, now))
        for _, origin, then, now in sorted(changed, reverse=True)
    ]


def told_otherwise(earlier: Side, later: Side, knowledge: Knowledge, voice: Voice) -> list[Told]:
    """Gives what was answered or marked otherwise, what moved most first."""
    origin = _most_changed(earlier.assessment, later.assessment)
    then, now = (_weights(side.assessment, origin) for side in (earlier, later))
    name = in_sentence(brief(origin_name(origin, knowledge, voice)))
    found = []
    for key in {**earlier.case.answers, **later.case.answers}:
        first, second = earlier.case.answers.get(key), later.case.answers.get(key)
        if first != second:
            moved = now.get(key, 0.0) - then.get(key, 0.0)
            words = answer_change(key, first, second, knowledge, voice)
            found.append((abs(moved), Told(words, _effect(moved, name))))
    ordered = [told for _, told in sorted(found, key=lambda one: -one[0])]
    return [
        *ordered,
        *(Told(words, "") for words in mark_changes(earlier.case, later.case, knowledge, voice)),
    ]


def _most_changed(before: Assessment, after: Assessment) -> str:
    was = {one.id: one.probability for one in before.origins}
    return max(after.origins, key=lambda one: abs(one.probability - was.get(one.id, 0.0))).id


def _weights(seen: Assessment, origin: str) -> dict[str, float]:
    found = next((one for one in seen.origins if one.id == origin), None)
    if found is None:
        return {}
    return {reason.finding: reason.weight for reason in (*found.reasons_for, *found.reasons_against)}


def _effect(moved: float, origin: str) -> str:
    tr = QCoreApplication.translate
    if abs(moved) < SEEN:
        return ""
    if moved > 0:
        return tr("Records", "now speaks more for {origin}").format(origin=origin)
    return tr("Records", "now speaks less for {origin}").format(origin=origin)


def answer_change(
    key: str, first: Answer | None, second: Answer | None, knowledge: Knowledge, voice: Voice
) -> str:
    """Gives what was answered before and after, in the words of the sheet."""
    tr = QCoreApplication.translate
    finding = knowledge.finding_by_id.get(key)
    if finding is None:
        return key

    def said(answer: Answer | None) -> str:
        if answer is None:
            return tr("Records", "not asked")
        return answer_words(finding, answer, voice)

    words = tr("Records", "{what}: {then} → {now}")
    return words.format(what=in_short(finding, voice), then=said(first), now=said(second))


def mark_changes(earlier: Case, later: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives each place that was marked, is marked otherwise now, or no longer."""
    tr = QCoreApplication.translate
    words = ZoneWords(knowledge.body, voice)
    then = {(mark.place, mark.kind): mark for mark in earlier.marks}
    now = {(mark.place, mark.kind): mark for mark in later.marks}
    found = []
    for key in {**then, **now}:
        place = words.short_name(*key[0])
        if key not in now:
            found.append(tr("Records", "{place}: no longer marked").format(place=place))
        elif key not in then:
            what = mark_summary(now[key])
            found.append(tr("Records", "{place}: newly marked, {what}").format(place=place, what=what))
        elif mark_summary(then[key]) != mark_summary(now[key]):
            words_of_both = tr("Records", "{what}: {then} → {now}")
            found.append(
                words_of_both.format(what=place, then=mark_summary(then[key]), now=mark_summary(now[key]))
            )
        elif then[key] != now[key]:
            told = mark_lines(new_case(marks=(now[key],)), knowledge, voice)
            found += told or [tr("Records", "{place}: described otherwise").format(place=place)]
    return found
