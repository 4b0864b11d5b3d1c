"""What one step of a visit changed, in words: answers, marks, the note, and all else that a case holds."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.home.told_words import own_words_line
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.records.visits_compared import answer_change, mark_changes
from hipmap.desktop.why.own_view_words import view_words
from hipmap.model.case import Case, Pin, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.records import Step
from hipmap.model.voice import Voice


def step_changes(before: Step | None, step: Step, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives each thing that a step changed; of the first, all that it began with."""
    was = before.case if before is not None else new_case()
    now = step.case
    found = _person_changes(was, now)
    for key in {**was.answers, **now.answers}:
        first, second = was.answers.get(key), now.answers.get(key)
        if first != second:
            found.append(answer_change(key, first, second, knowledge, voice))
    found += mark_changes(was, now, knowledge, voice)
    found += _other_changes(was, now, knowledge, voice)
    return found + _note_changes(before.note if before is not None else "", step.note)


def _person_changes(was: Case, now: Case) -> list[str]:
    tr = QCoreApplication.translate
    change = tr("Records", "{what}: {then} → {now}")
    found = []
    if was.person.age != now.person.age:
        ages = [_age(case.person.age) for case in (was, now)]
        found.append(change.format(what=tr("Records", "Age"), then=ages[0], now=ages[1]))
    if was.person.sex != now.person.sex:
        sexes = [_sex(case.person.sex) for case in (was, now)]
        found.append(change.format(what=tr("Records", "Sex"), then=sexes[0], now=sexes[1]))
    if was.setting != now.setting:
        places = [_setting(case.setting) for case in (was, now)]
        found.append(change.format(what=tr("Records", "Asked"), then=places[0], now=places[1]))
    return found


def _other_changes(was: Case, now: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    tr = QCoreApplication.translate
    found = []
    if was.pin != now.pin:
        found.append(tr("Records", "One finger: {place}").format(place=_pin(now.pin, knowledge, voice)))
    if was.own_words != now.own_words:
        line = own_words_line(now, knowledge, voice)
        found.append(line or tr("Records", "Own words for the place: taken away"))
    if was.own_view != now.own_view:
        view = now.own_view
        gone = tr("Records", "Own view: taken away")
        found.append(view_words(view, knowledge, voice) if view is not None else gone)
    return found


def _note_changes(was: str, now: str) -> list[str]:
    tr = QCoreApplication.translate
    if was == now:
        return []
    if not now:
        return [tr("Records", "Note: emptied")]
    return [tr("Records", "Note: {text}").format(text=" ".join(now.split()))]


def _age(age: float | None) -> str:
    return _nothing() if age is None else number_in_words(age)


def _sex(sex: str | None) -> str:
    tr = QCoreApplication.translate
    words = {
        "female": tr("Records", "female"),
        "male": tr("Records", "male"),
        "other": tr("Records", "other"),
    }
    return words[sex] if sex is not None else _nothing()


def _setting(setting: str | None) -> str:
    tr = QCoreApplication.translate
    words = {
        "home": tr("Records", "at home"),
        "primary": tr("Records", "in primary care"),
        "physio": tr("Records", "in physiotherapy"),
        "secondary": tr("Records", "in a hospital clinic"),
    }
    return words[setting] if setting is not None else _nothing()


def _pin(pin: Pin | None, knowledge: Knowledge, voice: Voice) -> str:
    if pin is None:
        return QCoreApplication.translate("Records", "taken away")
    return ZoneWords(knowledge.body, voice).inline(pin.zone, pin.side)


def _nothing() -> str:
    return QCoreApplication.translate("Records", "not said")
