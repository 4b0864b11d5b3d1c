"""The screens of hipmap as a table: their names, and how a person gets to each in the real window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QMenu

from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import Kind, Stop
from hipmap.model import edits
from hipmap.model.case import Case
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from tests.reasoning.test_sides import HIP_AND_TENDON
from tests.screens.stage import Stage


@dataclass(frozen=True)
class Screen:
    """A screen by name. The `chief` ones are looked at in every look, the others in fewer."""

    name: str
    reach: Callable[[Stage], None]
    chief: bool = False


def screens() -> list[Screen]:
    """Gives all screens, those of one desk together: a desk is made anew whenever it is gone to."""
    return [*_consultation(), *_sheet(), *_reasons(), *_map(), *_around(), *_learn(), *_home(), *_start()]


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
        Screen("emergency numbers", _with("", _does("country"))),
        Screen("menu view", _with("", _menu)),
        Screen("settings", _with("", _does("settings")), chief=True),
    ]


def _menu(stage: Stage) -> None:
    menus = stage.window.bar.menus
    action = menus.actions()[2]
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
        Screen("home between", at("between", case="lateral_hip")),
        Screen("home movement", at("movement", case="lateral_hip"), chief=True),
        Screen("home result", at("result", case="lateral_hip"), chief=True),
        Screen("home result of two", at("result", case="hip_and_back")),
        Screen("home answers", at("review", case="lateral_hip")),
        Screen("home emergency", stopped, chief=True),
    ]


def _first_of(kind: Kind, guide: HomeGuide) -> str:
    """Gives the list or the movement that comes first."""
    way = guide.walk.way()
    if kind == "list":
        case = guide.session.case
        return safety_lists(case, way.knowledge, way.gates.shut_for(case.person))[0].id
    return min(way.movements()) if kind == "movement" else ""


def _start() -> Sequence[Screen]:
    def reach(stage: Stage) -> None:
        stage.go_to("start")

    return [Screen("start", reach, chief=True)]
