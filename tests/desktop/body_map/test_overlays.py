"""What can be laid over the faces: it is seen, told in words, and gone again."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map import overlay_files
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.overlay_words import ROOT_SOURCES
from hipmap.model.body import FACES, FIGURES
from hipmap.model.case import Mark
from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.desktop.body_map.desk import Desk

LATE_MS = 3000


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture
def knowing(desk: Desk, knowledge: Knowledge) -> Desk:
    desk.panel.show_knowledge(knowledge)
    return desk


def seen(view: FaceView) -> QImage:
    assert view.zones.places  # the outlines have been read
    return view.grab().toImage()


def legend(desk: Desk) -> str:
    found = desk.panel.overlays.legend
    if found is None or found.isHidden():
        return ""
    return f"{found.title.text()} {found.note.text()}"


@pytest.mark.parametrize(("layer", "said"), [("bones", "Bones"), ("roots", "L1 to S3")])
def test_a_layer_is_drawn_on_every_face_told_and_taken_away(knowing: Desk, layer: str, said: str) -> None:
    views = knowing.panel.area.views()
    before = [seen(view) for view in views]
    sizes = [view.size() for view in views]
    knowing.panel.overlays.choose(layer)  # type: ignore[arg-type]
    assert all(seen(view) != old for view, old in zip(views, before, strict=True))
    assert said in legend(knowing)
    knowing.panel.overlays.choose("none")
    assert legend(knowing) == ""
    assert [view.size() for view in views] == sizes
    assert [seen(view) for view in views] == before


def test_the_areas_say_that_maps_differ_and_name_their_sources(knowing: Desk, knowledge: Knowledge) -> None:
    knowing.panel.set_voice("clinician")
    knowing.panel.overlays.choose("roots")
    assert "judgement" in legend(knowing)
    assert "differ" in legend(knowing)
    found = knowing.panel.overlays.legend
    assert found is not None
    for source in knowledge.sources:
        if source.id in ROOT_SOURCES:
            assert source.citation in found.toolTip()
    assert set(ROOT_SOURCES) <= {source.id for source in knowledge.sources}


def test_a_place_is_told_with_its_roots(knowing: Desk) -> None:
    knowing.panel.overlays.choose("roots")
    knowing.panel.area.zone_pointed.emit(("groin_crease", "right"))
    assert "L1" in knowing.panel.header.plate.text()


def test_pointing_at_an_origin_paints_its_pattern_and_moves_no_face(knowing: Desk, qtbot: QtBot) -> None:
    front = knowing.face("front")
    before, size = seen(front), front.size()
    knowing.panel.show_pattern("hip_joint")
    qtbot.waitUntil(lambda: seen(front) != before, timeout=LATE_MS)
    assert front.size() == size
    assert "Hip joint" in legend(knowing)
    knowing.panel.area.zone_pointed.emit(("groin_crease", "right"))
    assert "often felt here" in knowing.panel.header.plate.text()
    knowing.panel.show_pattern(None)
    qtbot.waitUntil(lambda: legend(knowing) == "", timeout=LATE_MS)
    assert seen(front) == before


def test_a_pattern_is_painted_on_the_side_that_hurts(knowing: Desk) -> None:
    knowing.show_marks(Mark(zone="calf", side="left"))
    front = knowing.face("front")
    knowing.panel.overlays.choose_pattern("hip_joint")
    picture = seen(front)
    right = front.point_in(("anterior_thigh_upper", "right")).toPoint()
    left = front.point_in(("anterior_thigh_upper", "left")).toPoint()
    ratio = picture.devicePixelRatio()
    assert picture.pixelColor(right * ratio).saturation() < 20 < picture.pixelColor(left * ratio).saturation()


def test_an_origin_that_is_not_known_paints_nothing(knowing: Desk, qtbot: QtBot) -> None:
    front = knowing.face("front")
    before = seen(front)
    knowing.panel.show_pattern("moon")
    qtbot.wait(150)
    assert seen(front) == before


def test_the_marks_of_last_time_stay_until_dismissed(knowing: Desk) -> None:
    front = knowing.face("front")
    before = seen(front)
    knowing.panel.overlays.show_earlier((Mark(zone="groin_crease", side="right"),))
    assert seen(front) != before
    assert "Last time" in legend(knowing)
    found = knowing.panel.overlays.legend
    assert found is not None
    found.close_button.click()
    assert legend(knowing) == ""
    assert seen(front) == before


def test_what_was_read_is_let_go_with_the_layer(knowing: Desk) -> None:
    knowing.panel.overlays.choose("bones")
    seen(knowing.face("front"))
    assert overlay_files.bones_image.cache_info().currsize
    knowing.panel.overlays.choose("none")
    assert not overlay_files.bones_image.cache_info().currsize


def test_the_menu_offers_the_origins_and_marks_what_is_shown(knowing: Desk) -> None:
    button = knowing.panel.header.shown
    names = {action.data(): action for action in button.patterns.actions()}
    assert {"hip_joint", "lumbar_radicular"} <= set(names)
    names["hip_joint"].trigger()
    assert names["hip_joint"].isChecked()
    assert knowing.panel.overlays.origin == "hip_joint"


def test_every_face_of_every_figure_has_areas_that_can_be_read() -> None:
    for figure in FIGURES:
        for face in FACES:
            assert overlay_files.root_areas(figure, FaceKey(face, "whole"))
    overlay_files.let_go()
