"""Forward and inverse kinematics of the figure's skeleton in clinical joint angles."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from frames import DOWN, about, arc, ball_turn, between, twist_about, unit
from mesh import Base, Floats, joint
from stance import Arm, At, Bend, Leg, Place, Pose

SPINE = ("spine05", "spine04", "spine03", "spine02", "spine01")
NECK = ("neck01", "neck02", "neck03", "head")
SIDES = (("L", "l", 1), ("R", "r", -1))
GATHER = 0.62  # how far the spread fingers of the resting hand are brought together
CURL = (62.0, 78.0, 48.0)  # degrees of the three finger joints in a closed fist


@dataclass
class Skeleton:
    """Joint places on the resting figure."""

    rest: dict[str, Floats]

    def line(self, start: str, end: str) -> Floats:
        """From one joint to another at rest."""
        return np.asarray(self.rest[end] - self.rest[start])

    def length(self, start: str, end: str) -> float:
        """Distance of two joints."""
        return float(np.linalg.norm(self.line(start, end)))


def load_skeleton(base: Base, verts: Floats) -> Skeleton:
    """Joint places of a figure, by the names of the rig's bones."""

    def place(*names: str) -> Floats:
        return np.asarray(np.mean([joint(base, verts, n) for n in names], axis=0))

    neck, head = place("neck"), place("head")
    rest = {"pelvis": place("l-upper-leg", "r-upper-leg"), "spine05": place("pelvis"), "head": head}
    rest |= {f"spine0{k}": place(f"spine-{k}") for k in (1, 2, 3, 4)}
    rest |= {f"neck0{k + 1}": neck + (head - neck) * k / 3 for k in range(3)}
    rest |= {"top": place("head-2")}
    parts = {"clavicle": "clavicle", "upperarm": "shoulder", "lowerarm": "elbow", "wrist": "hand"}
    parts |= {"upperleg": "upper-leg", "lowerleg": "knee", "foot": "ankle"}
    for side, s, _ in SIDES:
        rest |= {f"{bone}.{side}": place(f"{s}-{name}") for bone, name in parts.items()}
        rest[f"toes.{side}"] = place(*(f"{s}-toe-{k}-1" for k in range(1, 6)))
        for i in range(1, 6):
            rest |= {f"finger{i}-{k}.{side}": place(f"{s}-finger-{i}-{k}") for k in range(1, 5)}
    return Skeleton(rest)


@dataclass
class Solved:
    """A posture worked out: rotation of each bone's skin, clinical frame and place of each joint."""

    turn: dict[str, Floats] = field(default_factory=dict)
    frame: dict[str, Floats] = field(default_factory=dict)
    place: dict[str, Floats] = field(default_factory=dict)

    def find(self, where: Place) -> Floats:
        """World place of a target."""
        if isinstance(where, At):
            offset = np.array(where.offset)
            return np.asarray(
                self.place[where.joint] + (self.frame[where.frame] @ offset if where.frame else offset)
            )
        return np.array(where, dtype=float)


def solve(sk: Skeleton, pose: Pose) -> Solved:
    """Work out a posture: trunk, then legs, then arms; a limb that reaches for a joint comes last."""
    out = Solved()
    frame = about("y", pose.yaw) @ about("x", pose.pitch) @ about("z", pose.roll)
    _set(out, "pelvis", frame, np.array(pose.at, dtype=float))
    _chain(sk, out, "pelvis", SPINE[:3], pose.lumbar, (1.0, 1.0, 1.0))
    _chain(sk, out, "spine03", SPINE[3:], pose.thorax, (1.0, 1.0))
    _chain(sk, out, "spine01", NECK, pose.neck, (0.8, 0.9, 0.9, 1.4))
    out.place["top"] = out.place["head"] + out.frame["head"] @ sk.line("head", "top")
    legs = list(zip((pose.left, pose.right), SIDES, strict=True))
    for leg, (side, _, sign) in sorted(legs, key=lambda pair: isinstance(pair[0].at, At)):
        _leg(sk, out, leg, side, sign)
    arms = list(zip((pose.arm_left, pose.arm_right), SIDES, strict=True))
    for arm, (side, _, sign) in sorted(arms, key=lambda pair: isinstance(pair[0].at, At)):
        _arm(sk, out, arm, side, sign)
    return out


def _set(out: Solved, bone: str, frame: Floats, place: Floats, align: Floats | None = None) -> None:
    out.frame[bone], out.place[bone] = frame, place
    out.turn[bone] = frame if align is None else frame @ align


def _chain(
    sk: Skeleton, out: Solved, parent: str, bones: tuple[str, ...], bend: Bend, share: tuple[float, ...]
) -> None:
    """Spread a bend over the bones of a stretch of the spine."""
    for bone, part in zip(bones, share, strict=True):
        k = part / sum(share)
        turn = about("y", -bend.turn * k) @ about("z", bend.side * k) @ about("x", bend.flex * k)
        place = out.place[parent] + out.frame[parent] @ sk.line(parent, bone)
        _set(out, bone, out.frame[parent] @ turn, place)
        parent = bone


def _two_bones(start: Floats, target: Floats, pole: Floats, upper: float, lower: float) -> Floats:
    """Place of the middle joint so that the end reaches the target."""
    way = target - start
    far = min(float(np.linalg.norm(way)), (upper + lower) * 0.9995)
    far = max(far, abs(upper - lower) * 1.02)
    along = unit(way)
    side = unit(pole - along * float(pole @ along))
    a = (far**2 + upper**2 - lower**2) / (2 * far)
    return np.asarray(start + along * a + side * np.sqrt(max(upper**2 - a**2, 0.0)))


def _shaft(parent: Floats, rest: Floats, full: Floats, share: float) -> Floats:
    """Rotation of the upper half of a limb bone: its direction, but only part of its spin."""
    local = parent.T @ full
    swing = arc(rest, local @ rest)
    return np.asarray(parent @ swing @ about(rest, twist_about(swing.T @ local, rest) * share))


def _leg(sk: Skeleton, out: Solved, leg: Leg, side: str, sign: int) -> None:
    names = [f"{n}.{side}" for n in ("upperleg", "lowerleg", "foot", "toes")]
    pelvis = out.frame["pelvis"]
    hip = out.place["pelvis"] + pelvis @ sk.line("pelvis", names[0])
    upper, lower = sk.length(names[0], names[1]), sk.length(names[1], names[2])
    if leg.at is not None:
        ankle = out.find(leg.at)
        knee = _two_bones(hip, ankle, np.array(leg.pole), upper, lower)
        forward = unit(np.cross(np.cross(ankle - hip, np.array(leg.pole)), ankle - hip))
        hinge = unit(np.cross(hip - ankle, forward))
        thigh = np.stack([hinge, unit(hip - knee), np.cross(hinge, unit(hip - knee))], axis=1)
        shin = np.stack([hinge, unit(knee - ankle), np.cross(hinge, unit(knee - ankle))], axis=1)
    else:
        thigh = pelvis @ ball_turn(leg.flex, leg.abd, leg.rot, sign)
        shin = thigh @ about("x", leg.knee)
    knee = hip + thigh @ DOWN * upper
    ankle = knee + shin @ DOWN * lower
    foot = shin @ about("x", -leg.ankle)
    if leg.heading is not None:
        foot = about("y", leg.heading) @ about("x", -leg.tip)
    _set(out, names[0], thigh, hip, arc(sk.line(names[0], names[1]), DOWN))
    out.turn[f"shaft.leg.{side}"] = _shaft(pelvis, sk.line(names[0], names[1]), out.turn[names[0]], 0.45)
    _set(out, names[1], shin, knee, arc(sk.line(names[1], names[2]), DOWN))
    _set(out, names[2], foot, ankle)
    ball = ankle + foot @ sk.line(names[2], names[3])
    _set(out, names[3], foot @ about("x", -leg.toes), ball)


def _arm(sk: Skeleton, out: Solved, arm: Arm, side: str, sign: int) -> None:
    """The arm, with the collar bone following the arm's lift."""
    chest = out.frame["spine01"]
    lift, protract = 0.0, 0.0
    for _ in range(3):
        clav = chest @ about("z", sign * lift) @ about("y", -sign * protract)
        start = out.place["spine01"] + chest @ sk.line("spine01", f"clavicle.{side}")
        _set(out, f"clavicle.{side}", clav, start)
        shoulder = start + clav @ sk.line(f"clavicle.{side}", f"upperarm.{side}")
        upper, fore = _arm_frames(sk, out, arm, side, sign, shoulder)
        way = chest.T @ upper @ DOWN
        angle = float(np.degrees(np.arccos(np.clip(-way[1], -1, 1))))
        lift = float(np.clip((angle - 30) * 0.26, 0, 32)) - 3
        protract = float(np.clip(way[2], -0.3, 1.0)) * 12
    _place_arm(sk, out, side, shoulder, upper, fore)
    _hand(sk, out, arm, side, sign)


def _arm_frames(
    sk: Skeleton, out: Solved, arm: Arm, side: str, sign: int, shoulder: Floats
) -> tuple[Floats, Floats]:
    """Clinical frames of upper arm and forearm."""
    names = [f"{n}.{side}" for n in ("upperarm", "lowerarm", "wrist")]
    if arm.at is None:
        upper = out.frame["spine01"] @ ball_turn(arm.flex, arm.abd, arm.rot, sign)
        return upper, upper @ about("x", -arm.elbow)
    wrist = out.find(arm.at)
    pole = np.array(arm.pole)
    elbow = _two_bones(shoulder, wrist, pole, sk.length(*names[:2]), sk.length(*names[1:]))
    wrist = elbow + unit(wrist - elbow) * sk.length(*names[1:])
    hinge = unit(np.cross(wrist - shoulder, pole))  # the forearm bends away from the elbow's side
    first, second = unit(shoulder - elbow), unit(elbow - wrist)
    upper = np.stack([hinge, first, np.cross(hinge, first)], axis=1)
    return upper, np.stack([hinge, second, np.cross(hinge, second)], axis=1)


def _place_arm(sk: Skeleton, out: Solved, side: str, shoulder: Floats, upper: Floats, fore: Floats) -> None:
    names = [f"{n}.{side}" for n in ("upperarm", "lowerarm", "wrist")]
    u, f = sk.line(*names[:2]), sk.line(*names[1:])
    hinge = np.cross(u, f)
    zero = np.array([-1.0, 0, 0])
    _set(out, names[0], upper, shoulder, between((u, hinge), (DOWN, zero)))
    out.turn[f"shaft.arm.{side}"] = _shaft(out.frame["spine01"], u, out.turn[names[0]], 0.4)
    elbow = shoulder + upper @ DOWN * sk.length(*names[:2])
    _set(out, names[1], fore, elbow, between((f, hinge), (DOWN, zero)))


def _hand(sk: Skeleton, out: Solved, arm: Arm, side: str, sign: int) -> None:
    """Hand, fingers and the spin of the forearm towards the hand."""
    elbow, wrist = f"lowerarm.{side}", f"wrist.{side}"
    knuckles = sk.rest[f"finger5-1.{side}"] - sk.rest[f"finger2-1.{side}"]
    fingers = sk.line(wrist, f"finger3-1.{side}")
    palm = sign * np.cross(knuckles, fingers)
    fore = out.frame[elbow]
    frame = fore @ about("y", -sign * arm.pron) @ about("z", -sign * arm.wrist)
    if arm.turned is not None:
        chest = out.frame["spine01"]
        frame = between(
            (DOWN, np.array([-sign, 0.0, 0.0])),
            (chest @ np.array(arm.turned[0]), chest @ np.array(arm.turned[1])),
        )
    if arm.hand is not None:
        frame = between((DOWN, np.array([-sign, 0.0, 0.0])), (np.array(arm.hand[0]), np.array(arm.hand[1])))
    place = out.place[elbow] + fore @ DOWN * sk.length(elbow, wrist)
    _set(out, wrist, frame, place, between((fingers, palm), (DOWN, np.array([-sign, 0.0, 0.0]))))
    line = sk.line(elbow, wrist)
    whole = out.turn[elbow].T @ out.turn[wrist]
    spin = twist_about(arc(line, whole @ line).T @ whole, line)
    for part, share in (("01", 0.25), ("02", 0.75)):
        out.turn[f"spin{part}.{side}"] = out.turn[elbow] @ about(line, spin * share)
    for i in range(1, 6):
        closed = arm.thumb if i == 1 else 0.06 if arm.point and i == 2 else arm.curl
        if arm.point and i > 2:
            closed = max(closed, 0.85)
        _finger(sk, out, side, i, closed, np.cross(fingers, palm) if i > 1 else fingers * -sign)


def _gather(sk: Skeleton, side: str, number: int) -> Floats:
    """Turn that lays a spread finger closer to the middle one; the thumb stays."""
    if number == 1:
        return np.eye(3)
    own, middle = (sk.line(f"finger{n}-1.{side}", f"finger{n}-3.{side}") for n in (number, 3))
    whole = arc(own, middle)
    return about(np.cross(own, middle) + 1e-12, GATHER * np.degrees(np.arccos((np.trace(whole) - 1) / 2)))


def _finger(sk: Skeleton, out: Solved, side: str, number: int, closed: float, axis: Floats) -> None:
    parent = f"wrist.{side}"
    out.turn["gather"] = out.turn[parent] @ _gather(sk, side, number)
    for k in range(3):
        bone = f"finger{number}-{k + 1}.{side}"
        source = "gather" if k == 0 else parent
        turn = out.turn[source] @ about(axis, closed * CURL[k] * (0.5 if number == 1 else 1.0))
        _set(out, bone, turn, out.place[parent] + out.turn[parent] @ sk.line(parent, bone))
        parent = bone
    out.place[f"tip{number}.{side}"] = out.place[parent] + out.turn[parent] @ sk.line(
        parent, f"finger{number}-4.{side}"
    )
