"""What places and faces are called on the body map, in the voice of the patient or of the clinician."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.body_map.hand import Grip, Hand
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.body import Body, Zone
from hipmap.model.case import Face, Mark, MarkKind, Side
from hipmap.model.voice import Voice, in_sentence, said


class ZoneWords:
    """The names of places in one voice."""

    def __init__(self, body: Body, voice: Voice = "patient") -> None:
        self.body = body
        self.voice: Voice = voice

    def label(self, zone: str) -> str:
        """Gives the label of a zone without a side."""
        return said(self.body.by_id[zone], self.voice)

    def name(self, zone: str, side: Side) -> str:
        """Gives the full name of a place, such as `Right groin crease`."""
        return _sided(self.label(zone), side)

    def short_name(self, zone: str, side: Side) -> str:
        """Gives the name of a place up to its comma, where that is still unmistakable."""
        return _sided(self._short_labels[zone], side)

    def inline(self, zone: str, side: Side) -> str:
        """Gives the short name of a place as it stands within a sentence."""
        return in_sentence(self.short_name(zone, side))

    @cached_property
    def _short_labels(self) -> dict[str, str]:
        labels = {zone.id: self.label(zone.id) for zone in self.body.zones}
        heads = {zone: label.split(",")[0] for zone, label in labels.items()}

        def clear(zone: str) -> bool:
            head = heads[zone].lower()
            return not any(head in label.lower() for other, label in labels.items() if other != zone)

        return {zone: heads[zone] if clear(zone) else label for zone, label in labels.items()}

    def places(self) -> list[Place]:
        """Gives every place of the body, in the order of the zone table."""
        return [(zone.id, side) for zone in self.body.zones for side in zone.sides]


def kind_for(zone: Zone, tool: MarkKind) -> MarkKind:
    """Gives the kind of mark that a tool makes on a zone: some zones are asked about for one thing only."""
    if zone.layer == "numbness":
        return "numb"
    return "spread" if zone.layer == "spread" and tool == "pain" else tool


def kind_name(kind: MarkKind) -> str:
    """Gives the name of a tool and of the marks that it makes."""
    names: dict[MarkKind, str] = {
        "pain": QCoreApplication.translate("BodyMap", "Pain"),
        "numb": QCoreApplication.translate("BodyMap", "Numb or tingling"),
        "spread": QCoreApplication.translate("BodyMap", "Spreads to"),
        "none": QCoreApplication.translate("BodyMap", "No pain here"),
    }
    return names[kind]


def click_hint(kind: MarkKind) -> str:
    """Tells what clicking a place does while a tool is chosen."""
    hints: dict[MarkKind, str] = {
        "pain": QCoreApplication.translate("BodyMap", "Click: hurts → worst → off"),
        "numb": QCoreApplication.translate("BodyMap", "Click: numb or tingling → off"),
        "spread": QCoreApplication.translate("BodyMap", "Drag from where it hurts"),
        "none": QCoreApplication.translate("BodyMap", "Click: no pain here → off"),
    }
    return hints[kind]


def hand_hint(hand: Hand) -> str:
    """Tells what a press on the map does with what the hand holds."""
    if hand.grip == "click":
        return click_hint(hand.kind)
    hints: dict[Grip, str] = {
        "brush": QCoreApplication.translate("BodyMap", "Draw over where it is"),
        "eraser": QCoreApplication.translate("BodyMap", "Draw over marks to take them off"),
        "finger": QCoreApplication.translate("BodyMap", "Press on the one spot"),
    }
    return hints[hand.grip]


def state_name(mark: Mark) -> str:
    """Says what a mark means: hurts, worst, numb or tingling, spreads here, no pain here."""
    if mark.worst:
        return QCoreApplication.translate("BodyMap", "worst")
    names: dict[MarkKind, str] = {
        "pain": QCoreApplication.translate("BodyMap", "hurts"),
        "numb": QCoreApplication.translate("BodyMap", "numb or tingling"),
        "spread": QCoreApplication.translate("BodyMap", "spreads here"),
        "none": QCoreApplication.translate("BodyMap", "no pain here"),
    }
    return names[mark.kind]


def mark_summary(mark: Mark) -> str:
    """Says what a mark means with its intensity, such as `worst · 6`."""
    parts = [state_name(mark)]
    if mark.intensity is not None:
        parts.append(f"{mark.intensity:g}")
    if mark.share is not None:
        parts.append(QCoreApplication.translate("BodyMap", "in part"))
    return " · ".join(parts)


def face_title(face: Face, voice: Voice) -> str:
    """Gives the heading of a face."""
    if face == "front":
        return QCoreApplication.translate("BodyMap", "Front")
    if face == "back":
        return QCoreApplication.translate("BodyMap", "Back")
    if voice == "patient":
        if face == "right":
            return QCoreApplication.translate("BodyMap", "Your right side")
        return QCoreApplication.translate("BodyMap", "Your left side")
    if face == "right":
        return QCoreApplication.translate("BodyMap", "Patient’s right side")
    return QCoreApplication.translate("BodyMap", "Patient’s left side")


def short_face_title(face: Face) -> str:
    """Gives the heading of a small face."""
    titles: dict[Face, str] = {
        "front": QCoreApplication.translate("BodyMap", "Front"),
        "back": QCoreApplication.translate("BodyMap", "Back"),
        "right": QCoreApplication.translate("BodyMap", "Right side"),
        "left": QCoreApplication.translate("BodyMap", "Left side"),
    }
    return titles[face]


def face_name(face: Face, part: Part, voice: Voice) -> str:
    """Gives the name of a drawing as it is read out, such as `front` or `back, legs`."""
    title = in_sentence(face_title(face, voice))
    if part == "legs":
        return QCoreApplication.translate("BodyMap", "%1, legs").replace("%1", title)
    if part == "whole":
        return QCoreApplication.translate("BodyMap", "%1, whole body").replace("%1", title)
    return title


def edge_words(face: Face, voice: Voice) -> tuple[str, str]:
    """Gives the words at the left and right edge; the front faces you, so its right is on the left."""
    front = QCoreApplication.translate("BodyMap", "FRONT")
    back = QCoreApplication.translate("BodyMap", "BACK")
    if voice == "patient":
        right = QCoreApplication.translate("BodyMap", "YOUR RIGHT")
        left = QCoreApplication.translate("BodyMap", "YOUR LEFT")
    else:
        right = QCoreApplication.translate("BodyMap", "PATIENT’S RIGHT")
        left = QCoreApplication.translate("BodyMap", "PATIENT’S LEFT")
    words = {"front": (right, left), "back": (left, right), "right": (back, front), "left": (front, back)}
    return words[face]


def short_edge_words(face: Face) -> tuple[str, str]:
    """Gives the words at the edges of a small face."""
    front = QCoreApplication.translate("BodyMap", "FRONT")
    back = QCoreApplication.translate("BodyMap", "BACK")
    right = QCoreApplication.translate("BodyMap", "RIGHT")
    left = QCoreApplication.translate("BodyMap", "LEFT")
    words = {"front": (right, left), "back": (left, right), "right": (back, front), "left": (front, back)}
    return words[face]


def _sided(label: str, side: Side) -> str:
    if side == "right":
        return QCoreApplication.translate("BodyMap", "Right %1").replace("%1", in_sentence(label))
    if side == "left":
        return QCoreApplication.translate("BodyMap", "Left %1").replace("%1", in_sentence(label))
    return label
