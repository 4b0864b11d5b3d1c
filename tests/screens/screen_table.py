"""The screens of hipmap as a table: their names, and how a person gets to each in the real window."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import Kind, Stop
from hipmap.desktop.notes.template_dialog import TemplateDialog
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.desktop.refused_start import RefusedStart
from hipmap.desktop.reports.reports_desk import open_reports
from hipmap.desktop.settings.governed import rules_of
from hipmap.desktop.settings.settings_desk import SettingsDesk
from hipmap.exchange.fhir.codes import QUESTIONNAIRE
from hipmap.model import edits
from hipmap.model.case import Case
from hipmap.model.policy import Policy
from hipmap.model.question_ends import End
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import wait_until
from tests.governed import governed
from tests.reasoning.test_sides import HIP_AND_TENDON
from tests.screens import records_screens
from tests.screens.home_ends import ended
from tests.screens.records_questions import QUESTIONS
from tests.screens.stage import Stage


@dataclass(frozen=True)
class Screen:
    """A screen by name. The `chief` ones are looked at in every look, the others in fewer."""

    name: str
    reach: Callable[[Stage], None]
    chief: bool = False


def screens() -> list[Screen]:
    """Gives all screens, those of one desk together: a desk is made anew whenever it is gone to."""
    at_case = [*_consultation(), *_sheet(), *_reasons(), *_map(), *_around(), *_learn()]
    return [*at_case, *_home(), *_records(), *_start()]


def example(stage: Stage, name: str) -> Case:
    return read_case(asset(f"examples/{name}.json"), stage.knowledge)


def _with(
    name: str, then: Callable[[Stage], None] = lambda _stage: None, voice: str = "clinician"
) -> Callable[[Stage], None]:
    """At the consultation with an example case (none: an empty one), and then something more."""

    def reach(stage: Stage) -> None:
        stage.go_to("consultation", voice)
        stage.person.screen.sheet.search.clear()
        stage.show_case(example(stage, name) if name else None)
        then(stage)
        stage.settle()

    return reach


def _does(command: str) -> Callable[[Stage], None]:
    return lambda stage: stage.person.do(command)


def _consultation() -> Sequence[Screen]:
    return [
        Screen("consultation empty", _with(""), chief=True),
        Screen("consultation hip joint", _with("hip_joint"), chief=True),
        Screen("consultation in the patient’s words", _with("lateral_hip", voice="patient")),
        Screen("consultation nerve root", _with("lumbar_radicular")),
        Screen("consultation stenosis", _with("lumbar_stenosis")),
        Screen("consultation hip and back", _with("hip_and_back")),
        Screen("consultation emergency", _with("emergency"), chief=True),
        Screen("consultation emergency in the patient’s words", _with("emergency", voice="patient")),
        Screen("consultation two sides", _with("", _two_sides)),
        Screen("consultation result in front", _with("hip_joint", _does("result")), chief=True),
        Screen("consultation a file that cannot be read", _with("", _bad_file)),
    ]


def _two_sides(stage: Stage) -> None:
    stage.show_case(HIP_AND_TENDON)


def _bad_file(stage: Stage) -> None:
    stage.person.open(asset("icons/x.svg"))


def _sheet() -> Sequence[Screen]:
    return [
        Screen("sheet search", _with("hip_joint", _search("rotation"))),
        Screen("sheet search finds nothing", _with("hip_joint", _search("zzz"))),
        Screen("sheet how to test", _with("hip_joint", _how_to)),
        Screen("sheet safety questions", _with("", _does("safety"))),
    ]


def _search(words: str) -> Callable[[Stage], None]:
    return lambda stage: stage.person.screen.sheet.search.setText(words)


def _how_to(stage: Stage) -> None:
    stage.person.screen.sheet.ask(["fadir"])
    stage.person.row("fadir").ask_how_to()


def _reasons() -> Sequence[Screen]:
    def page(name: str) -> Callable[[Stage], None]:
        return lambda stage: stage.person.screen.reasons.show_page(name)

    names = ("steps", "compare", "figures")
    return [Screen(f"reasons {name}", _with("hip_joint", page(name))) for name in names]


def _map() -> Sequence[Screen]:
    return [
        Screen("map card of a mark", _with("hip_joint", _card)),
        Screen("map keyboard on a zone", _with("hip_joint", _does("map"))),
    ]


def _card(stage: Stage) -> None:
    chip = stage.person.screen.body_map.footer.list.chips()[0]
    chip.click()
    # The screen behind this platform is smaller than the window, so the card was moved far off its chip.
    for card in stage.others():
        at = stage.window.mapToGlobal(chip.mapTo(stage.window, chip.rect().topLeft()))
        card.move(at.x(), at.y() - card.height() - 8)


def _around() -> Sequence[Screen]:
    return [
        Screen("keys", _with("", _does("keys"))),
        Screen("about", _with("", _does("about"))),
        Screen("manual", _with("", _does("manual"))),
        Screen("manual with words found", _with("", _words_found)),
        Screen("note template", _with("hip_joint", _template("{who}")), chief=True),
        Screen("note template with a mistake", _with("hip_joint", _template("{whom}"))),
        Screen("note copied", _with("hip_joint", _does("copy_note"))),
        Screen("report letter", _with("hip_joint", _report("letter")), chief=True),
        Screen("report handout", _with("lateral_hip", _report("handout"))),
        Screen("report note", _with("hip_joint", _report("soap"))),
        Screen("report body map", _with("hip_joint", _report("map"))),
        Screen("report bundle", _with("hip_joint", _report("fhir"))),
        Screen("report of the other side", _with("hip_joint", _report("letter", "Is it the left hip?"))),
        Screen("incoming case", _with("", _incoming)),
        Screen("emergency numbers", _with("", _does("country"))),
        Screen("menu view", _with("", _menu)),
        Screen("settings", _with("", _does("settings")), chief=True),
        Screen("settings fixed by a policy", _with("", _governed)),
        Screen("report that may not leave", _kept_in(_with("hip_joint", _report("soap")))),
        Screen("a start that is refused", _with("", _refused)),
    ]


def _words_found(stage: Stage) -> None:
    desk = stage.window.desk
    assert desk is not None
    desk.manual.open("limits")
    window = desk.manual.window
    assert window is not None
    window.list.search.setText("patients")
    window.open("manual:evaluation")


def _template(field: str) -> Callable[[Stage], None]:
    """At the template of the SOAP note, with this field in the place of who somebody is."""

    def then(stage: Stage) -> None:
        stage.person.do("note_template")
        dialog = next(one for one in stage.others() if isinstance(one, TemplateDialog))
        dialog.editor.setPlainText(dialog.editor.toPlainText().replace("{who}", field))

    return then


def _report(kind: str, question: str = "") -> Callable[[Stage], None]:
    """At the letters and other files, when all of this kind is seen."""

    def then(stage: Stage) -> None:
        dialog = open_reports(stage.window, kind)
        assert dialog is not None
        field = dialog.form.fields["question"]
        if question and isinstance(field, QPlainTextEdit):
            field.setPlainText(question)
        wait_until(lambda: dialog.is_settled)
        stage.settle()

    return then


def _incoming(stage: Stage) -> None:
    """An unfinished response of another program, of which one question is not known here."""
    known = [
        {"linkId": name, "answer": [{"valueCoding": {"code": code}}]}
        for name, code in (("limp", "yes"), ("worse_sitting", "no"), ("sleeps_badly", "yes"))
    ]
    whole = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{QUESTIONNAIRE}|2031.4",
        "status": "in-progress",
        "item": known,
    }
    path = stage.folder / "from the surgery.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    stage.person.open(path)


def _governed(stage: Stage) -> None:
    """The settings of somebody whose administrator has fixed some and cut others."""
    policy = Policy(lock_most=10, clear_clipboard=True, country="GB", languages=("en",))
    preferences = Preferences(ShortMemory(), rules=rules_of(policy))
    desk = SettingsDesk(preferences, stage.knowledge, stage.window)
    desk.open("records")


def _kept_in(reach: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """As a screen is under a policy with which nothing may leave."""

    def governed_reach(stage: Stage) -> None:
        with governed(stage.folder, "[exports]\nallowed = []"):
            reach(stage)

    return governed_reach


def _refused(stage: Stage) -> None:
    why = (
        "/etc/hipmap/policy.toml: line 4, column 1: records.lock_minute_most: there is no such key; do you "
        "mean records.lock_minutes_most? hipmap does not work under such a policy; tell the IT desk, ext. 55"
    )
    RefusedStart(why, stage.window).show()


def _menu(stage: Stage) -> None:
    menus = stage.window.bar.menus
    of_view = stage.window.actions_by_id["flip_voice"]
    action = next(one for one in menus.actions() if of_view in one.menu().actions())  # type: ignore[attr-defined]
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.popup(menus.mapToGlobal(menus.actionGeometry(action).bottomLeft()))


def _learn() -> Sequence[Screen]:
    def page(address: str, voice: str = "patient") -> Callable[[Stage], None]:
        def then(stage: Stage) -> None:
            desk = stage.window.desk
            assert desk is not None
            desk.learn.open(address)
            QApplication.processEvents()

        return _with("hip_joint", then, voice)

    return [
        Screen("learn telling hip from back", page("page:telling_hip_from_back"), chief=True),
        Screen("learn hip joint", page("page:hip_joint")),
        Screen("learn hip joint for a clinician", page("page:hip_osteoarthritis", "clinician")),
        Screen("learn for this case", page("list:for_this_case")),
        Screen("learn an exercise", page("exercise:clamshell")),
        Screen("learn a test", page("test:slr", "clinician")),
        Screen("learn myths", page("list:myths")),
    ]


def _home() -> Sequence[Screen]:
    def at(kind: Kind, of: str = "", case: str = "") -> Callable[[Stage], None]:
        def reach(stage: Stage) -> None:
            stage.go_to("home", "patient")
            stage.show_case(example(stage, case) if case else None)
            guide = stage.window.home
            assert guide is not None
            guide._then(guide.walk.onto, Stop(kind, of or _first_of(kind, guide)))
            stage.settle()

        return reach

    def differing(stage: Stage) -> None:
        at("map", case="hip_joint")(stage)
        guide = stage.window.home
        assert guide is not None
        guide.session.apply("Own words", lambda case: edits.put_own_words(case, ("back_pocket",)))
        guide._then(guide.walk.onto, Stop("difference", "back_pocket"))
        stage.settle()

    def end(name: End, kind: Kind) -> Callable[[Stage], None]:
        def reach(stage: Stage) -> None:
            stage.go_to("home", "patient")
            guide = stage.window.home
            assert guide is not None
            stage.show_case(ended(name, guide.walk.way(), tried=kind == "result"))
            guide._then(guide.walk.onto, Stop(kind))
            stage.settle()

        return reach

    def stopped(stage: Stage) -> None:
        stage.go_to("home", "patient")
        stage.show_case(example(stage, "emergency"))

    return [
        Screen("home about", at("about"), chief=True),
        Screen("home safety", at("list")),
        Screen("home sides", at("orient")),
        Screen("home map", at("map", case="lateral_hip"), chief=True),
        Screen("home words against map", differing),
        Screen("home read back", at("read_back", case="lateral_hip")),
        Screen("home history", at("history")),
        Screen("home scans", at("scans")),
        Screen("home question", at("question", "worse_lying_on_side"), chief=True),
        *(Screen(f"home between {name}".replace("_", " "), end(name, "between")) for name in get_args(End)),
        Screen("home movement", at("movement", case="lateral_hip"), chief=True),
        Screen("home result", at("result", case="lateral_hip"), chief=True),
        Screen("home result of two", at("result", case="hip_and_back")),
        Screen("home result little left", end("little_left", "result")),
        Screen("home result answers differ", end("answers_differ", "result")),
        Screen("home answers", at("review", case="lateral_hip")),
        Screen("home file for the clinic", at("hand_over", case="lateral_hip")),
        Screen("home file that may not leave", _kept_in(at("hand_over", case="lateral_hip"))),
        Screen("home emergency", stopped, chief=True),
    ]


def _first_of(kind: Kind, guide: HomeGuide) -> str:
    """Gives the list or the movement that comes first."""
    way = guide.walk.way()
    if kind == "list":
        case = guide.session.case
        return safety_lists(case, way.knowledge, way.gates.shut_for(case.person))[0].id
    return min(way.movements()) if kind == "movement" else ""


def _records() -> Sequence[Screen]:
    def at(reached: Callable[[Clinic], object]) -> Callable[[Stage], None]:
        def reach(stage: Stage) -> None:
            reached(stage.clinic)
            records_screens.answered(stage.clinic)
            if stage.window.consultation is not None:
                stage.wait_for_figures()
            stage.settle()

        return reach

    reached, chief = records_screens.REACHED | QUESTIONS, records_screens.CHIEF
    return [Screen(name, at(way), chief=name in chief) for name, way in reached.items()]


def _start() -> Sequence[Screen]:
    def reach(stage: Stage) -> None:
        stage.go_to("start")

    return [Screen("start", reach, chief=True)]
