"""The words in which a posture is written down: joint angles, or a place that a hand or foot reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from frames import Vector

SOLE = 0.69  # height of the ankle joint above the sole, in units of 10 cm


@dataclass(frozen=True)
class At:
    """A place given from a joint; the offset is in world directions or in those of a body segment."""

    joint: str
    offset: Vector = (0.0, 0.0, 0.0)
    frame: str = ""


Place = At | Vector


@dataclass(frozen=True)
class Bend:
    """Degrees of a stretch of the spine: forwards, to the right, turned to the right."""

    flex: float = 0.0
    side: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True)
class Leg:
    """Hip, knee and ankle angles in degrees, or the ankle's place and where the knee points.

    A flat foot is turned to `heading` (degrees from forwards, positive to the figure's left) and tipped up
    by `tip` degrees; without heading the foot follows the shin with `ankle` degrees of dorsiflexion.
    """

    flex: float = 0.0
    abd: float = 0.0
    rot: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toes: float = 0.0
    at: Place | None = None
    pole: Vector = (0.0, 0.0, 1.0)
    heading: float | None = None
    tip: float = 0.0


@dataclass(frozen=True)
class Arm:
    """Shoulder, elbow, forearm and wrist angles, or the wrist's place and where the elbow points.

    `hand` gives the world directions of the fingers and of the palm, `turned` the same with respect to the
    chest; `curl` closes the fingers from 0 to 1.
    """

    flex: float = 3.0
    abd: float = 9.0
    rot: float = 0.0
    elbow: float = 12.0
    pron: float = 15.0
    wrist: float = 0.0
    at: Place | None = None
    pole: Vector = (0.0, 0.0, -1.0)
    hand: tuple[Vector, Vector] | None = None
    turned: tuple[Vector, Vector] | None = None
    curl: float = 0.18
    point: bool = False
    thumb: float = 0.0


@dataclass(frozen=True)
class Pose:
    """A whole posture: pelvis (place of the middle between the hips; turned, tipped, rolled), spine, limbs.

    With `rest` set, the figure is lowered until its lowest point lies that far below the floor.
    """

    at: Vector = (0.0, 8.75, 0.0)
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lumbar: Bend = Bend()
    thorax: Bend = Bend()
    neck: Bend = Bend()
    right: Leg = Leg()
    left: Leg = Leg()
    arm_right: Arm = Arm()
    arm_left: Arm = Arm()
    rest: float | None = 0.0


@dataclass(frozen=True)
class Arrow:
    """A curved arrow through places, drawn over the picture."""

    through: tuple[Place, ...]
    both: bool = False


@dataclass(frozen=True)
class Camera:
    """Where the viewer stands: degrees round from the front (negative: the figure's right) and up.

    `close` cuts out a part: left, right, bottom and top round the middle of the pelvis.
    """

    azimuth: float = -60.0
    elevation: float = 12.0
    close: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Prop:
    """A thing in the picture: its kind, its measures, its grey and whether it dents the body."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)
    shade: float = 0.72
    press: bool = False


@dataclass(frozen=True)
class Scene:
    """One picture or the two phases of a movement, seen by the same camera.

    `water` is a line at the surface; what lies below it in the picture is drawn faintly.
    """

    name: str
    alt: str
    phases: tuple[Pose, ...]
    camera: Camera = Camera()
    props: tuple[Prop, ...] = ()
    arrows: tuple[tuple[Arrow, ...], ...] = ()
    floor: bool = True
    water: tuple[Vector, ...] = ()
