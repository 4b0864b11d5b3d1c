"""Where pain of an origin or condition is usually felt: as words, and drawn on the figure."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from hipmap.desktop.body_map.face_picture import face_picture
from hipmap.desktop.body_map.figure_files import FaceKey, face_image, face_window, face_zones
from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.design_tokens import Theme
from hipmap.model.case import Face
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said

OFTEN, SOMETIMES = 0.45, 0.2
FACES: tuple[Face, ...] = ("front", "back", "right")
GAP = 12


def pattern(name: str, knowledge: Knowledge) -> dict[str, float]:
    """Gives how often each zone hurts; for an origin, the mean of its conditions by their starting rates."""
    if name in knowledge.condition_by_id:
        return _of_condition(name, knowledge)
    rates = {prior.condition: prior.settings["primary"].weight for prior in knowledge.priors.conditions}
    members = [one.id for one in knowledge.conditions if one.origin == name]
    whole = sum(rates[one] for one in members)
    mean: dict[str, float] = {}
    for one in members:
        for zone, share in _of_condition(one, knowledge).items():
            mean[zone] = mean.get(zone, 0.0) + share * rates[one] / whole
    return mean


def _of_condition(name: str, knowledge: Knowledge) -> dict[str, float]:
    for one in knowledge.referral.pain:
        if one.condition == name:
            return {zone: cell.probability for zone, cell in one.zones.items()}
    return {}


def pattern_words(name: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the pattern as it is drawn on a page; nothing where no map is known."""
    told = often_and_sometimes(name, knowledge, voice)
    drawn = QCoreApplication.translate("Learn", "Drawn on the right side; darker means more often.")
    return f"{told} {drawn}" if told else ""


def often_and_sometimes(name: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the pattern in a sentence; nothing where no map is known."""
    found = sorted(pattern(name, knowledge).items(), key=lambda pair: -pair[1])
    often = [_zone(zone, knowledge, voice) for zone, share in found if share >= OFTEN]
    sometimes = [_zone(zone, knowledge, voice) for zone, share in found if SOMETIMES <= share < OFTEN]
    tr = QCoreApplication.translate
    parts = []
    if often:
        parts.append(tr("Learn", "Often: {places}.").format(places=", ".join(often)))
    if sometimes:
        parts.append(tr("Learn", "Sometimes: {places}.").format(places=", ".join(sometimes)))
    return " ".join(parts)


def _zone(zone: str, knowledge: Knowledge, voice: Voice) -> str:
    return in_sentence(said(knowledge.body.by_id[zone], voice))


def pattern_picture(name: str, knowledge: Knowledge, theme: Theme, wide: int, ratio: float) -> QImage:
    """Draws the pattern on three faces of the neutral figure, `wide` pixels and sharp at a pixel ratio."""
    shares = pattern(name, knowledge)
    windows = {face: face_window("neutral", FaceKey(face, "whole")) for face in FACES}
    scale = (wide - GAP * (len(FACES) - 1)) / sum(window.width() for window in windows.values())
    tall = max(window.height() for window in windows.values()) * scale
    image = QImage(QSize(round(wide * ratio), round(tall * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = 0.0
    for face, window in windows.items():
        _draw_face(painter, face, shares, QPointF(left, 0), scale, ratio, theme)
        left += window.width() * scale + GAP
    painter.end()
    return image


def _draw_face(
    painter: QPainter,
    face: Face,
    shares: dict[str, float],
    at: QPointF,
    scale: float,
    ratio: float,
    theme: Theme,
) -> None:
    key = FaceKey(face, "whole")
    window = face_window("neutral", key)
    size = QSize(round(window.width() * scale), round(window.height() * scale))
    painter.drawPixmap(at, face_picture(face_image("neutral", key), window, size, ratio, theme))
    zones = face_zones("neutral", key)
    place = QTransform.fromTranslate(at.x(), at.y()).scale(scale, scale)
    ink = readable_on_figure(QColor(theme.pain), theme)
    for zone, share in shares.items():
        for side in ("right", "midline"):
            if share < SOMETIMES / 2 or (zone, side) not in zones:
                continue
            outline = place.map(zones.path((zone, side)))
            colour = QColor(theme.pain)
            colour.setAlphaF(min(0.9, 0.15 + share))
            painter.fillPath(outline, colour)
            if share >= OFTEN:
                painter.strokePath(outline, QPen(ink, 1.5))
