"""The large targets of the map: zones that are pressed together, and then told apart by one question.

Only real zones are ever marked: a large target is a way to reach them, and is stored nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from hipmap.desktop.body_map.face_zones import FaceZones
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.case import Side

LEAST = 44.0
SMALLEST = 30.0
"""A target smaller than this on a face is not padded there: it would take too much from its neighbours."""

# Zones that lie beside each other; those of the spine are pressed together with both their sides.
_GROUPS: dict[str, tuple[str, ...]] = {
    "buttock": ("upper_buttock", "mid_buttock", "lower_buttock"),
    "low_back": ("lumbar_midline", "lumbar_paraspinal"),
    "base_of_spine": ("sacrum", "si_dimple", "coccyx"),
    "groin": ("front_hip_bone", "groin_crease", "inner_groin"),
    "pubis": ("pubic_bone", "genital_perineal"),
    "outer_hip": ("lateral_iliac_crest", "trochanter"),
    "front_of_thigh": ("anterior_thigh_upper", "anterior_thigh_lower", "medial_thigh"),
    "back_of_thigh": ("posterior_thigh_upper", "posterior_thigh_lower"),
    "side_of_thigh": ("lateral_thigh_upper", "lateral_thigh_lower"),
    "knee": ("knee_front", "knee_inner", "knee_back"),
    "lower_leg": ("shin", "medial_leg", "lateral_leg", "calf"),
    "foot": ("foot_top", "big_toe", "foot_outer", "heel_sole"),
}
_BOTH_SIDES = ("low_back", "base_of_spine")
_GROUP_OF = {zone: group for group, zones in _GROUPS.items() for zone in zones}


@dataclass(frozen=True)
class Target:
    """A large target of one face: the places that are pressed as one."""

    group: str | None
    places: tuple[Place, ...]


def target_of(place: Place, zones: FaceZones) -> Target:
    """Gives the target that a place of a face belongs to; a place of no group is one by itself."""
    group = _GROUP_OF.get(place[0])
    if group is None:
        return Target(None, (place,))
    same_side = (place[1], "midline")
    fitting = tuple(
        other
        for other in zones.shown(False)
        if _GROUP_OF.get(other[0]) == group and (group in _BOTH_SIDES or other[1] in same_side)
    )
    return Target(group, tuple(sorted(fitting, key=lambda one: _from_top(zones.inside(one)))))


def _from_top(point: QPointF) -> tuple[int, float]:
    return round(point.y() / 10), point.x()


def outline_of(target: Target, zones: FaceZones, onto: QTransform) -> QPainterPath:
    """Gives the outline of all places of a target, in widget coordinates."""
    together = QPainterPath()
    for place in target.places:
        together = together.united(onto.map(zones.path(place)))
    return together


def padded_target_at(point: QPointF, zones: FaceZones, onto: QTransform) -> Target | None:
    """Gives the target that is a little too small to hit, when a point lies within reach of its outline."""
    for target in _targets(zones):
        box = outline_box(target, zones, onto)
        if not SMALLEST <= min(box.width(), box.height()) < LEAST:
            continue  # large enough, or a sliver that another face shows whole
        x, y = max(0.0, LEAST - box.width()) / 2, max(0.0, LEAST - box.height()) / 2
        if not box.adjusted(-x, -y, x, y).contains(point):
            continue
        near = [point + QPointF(dx, dy) for dx in {-x, 0.0, x} for dy in {-y, 0.0, y}]
        if any(onto.map(zones.path(place)).contains(one) for place in target.places for one in near):
            return target
    return None


def outline_box(target: Target, zones: FaceZones, onto: QTransform) -> QRectF:
    """Gives the box round a target, in widget coordinates."""
    box = QRectF()
    for place in target.places:
        box = box.united(onto.mapRect(zones.path(place).boundingRect()))
    return box


def _targets(zones: FaceZones) -> list[Target]:
    return list(dict.fromkeys(target_of(place, zones) for place in zones.shown(False)))


def target_name(group: str, side: Side) -> str:
    """Gives the name of a large target."""
    names = {
        "buttock": QCoreApplication.translate("BodyMap", "Buttock"),
        "low_back": QCoreApplication.translate("BodyMap", "Low back"),
        "base_of_spine": QCoreApplication.translate("BodyMap", "Base of the spine"),
        "groin": QCoreApplication.translate("BodyMap", "Groin and front of the hip"),
        "pubis": QCoreApplication.translate("BodyMap", "Middle, below the tummy"),
        "outer_hip": QCoreApplication.translate("BodyMap", "Outer side of the hip"),
        "front_of_thigh": QCoreApplication.translate("BodyMap", "Front of the thigh"),
        "back_of_thigh": QCoreApplication.translate("BodyMap", "Back of the thigh"),
        "side_of_thigh": QCoreApplication.translate("BodyMap", "Side of the thigh"),
        "knee": QCoreApplication.translate("BodyMap", "Knee"),
        "lower_leg": QCoreApplication.translate("BodyMap", "Lower leg"),
        "foot": QCoreApplication.translate("BodyMap", "Foot"),
    }
    name = names[group]
    if group in _BOTH_SIDES or side == "midline":
        return name
    if side == "right":
        return QCoreApplication.translate("BodyMap", "{name}, right").format(name=name)
    return QCoreApplication.translate("BodyMap", "{name}, left").format(name=name)


def target_question(group: str) -> str:
    """Gives the one question that tells the zones of a target apart."""
    if group == "buttock":
        return QCoreApplication.translate("BodyMap", "Near the belt, in the middle, or where you sit?")
    return QCoreApplication.translate("BodyMap", "Which part of it?")


def side_of(places: Sequence[Place]) -> Side:
    """Gives the side of the places that have one."""
    return next((side for _, side in places if side != "midline"), "midline")
