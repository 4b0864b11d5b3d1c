"""The words above a face: its title and what lies at its two edges, as full as the room allows."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from hipmap.desktop.body_map.zone_words import edge_words, face_title, short_edge_words, short_face_title
from hipmap.desktop.design_tokens import Space, Theme
from hipmap.desktop.look import look
from hipmap.model.case import Face
from hipmap.model.voice import Voice

LEAST_WORD_PIXELS = 10  # at 100 % text
EDGE_SPACING = 0.3


@dataclass(frozen=True)
class Caption:
    """A title and the two words at the edges, on one line or on two."""

    title: str
    edges: tuple[str, str]
    lines: int
    pixels: int

    def fits(self, width: int) -> bool:
        """Tells whether nothing touches anything at a width."""
        title = QFontMetricsF(title_font()).horizontalAdvance(self.title)
        metrics = QFontMetricsF(words_font(self.pixels))
        words = [metrics.horizontalAdvance(word) for word in self.edges]
        if self.lines == 2:
            return title <= width and sum(words) + Space.S <= width
        # The title stands in the middle, so the wider word decides.
        return 2 * max(words) + title + Space.M <= width

    def paint(self, painter: QPainter, width: int, theme: Theme) -> None:
        line = caption_height(1)
        first = QRectF(0, 0, width, line)
        last = first.translated(0, line - Space.XS if self.lines == 2 else 0)
        painter.setFont(title_font())
        painter.setPen(QColor(theme.text))
        painter.drawText(first, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.title)
        painter.setFont(words_font(self.pixels))
        painter.setPen(QColor(theme.muted))
        # Absolute: in a program that runs from right to left Qt would put each word at the other edge.
        align = Qt.AlignmentFlag
        box = last.adjusted(0, 1, 0, 1)
        for word, edge in zip(self.edges, (align.AlignLeft, align.AlignRight), strict=True):
            painter.drawText(box, edge | align.AlignAbsolute | align.AlignTop, word)


def caption_for(face: Face, voice: Voice, width: int, lines: int) -> Caption | None:
    """Gives the fullest caption that fits, or None."""
    twins: tuple[Face, ...] = ("right", "left") if face in ("right", "left") else ("front", "back")
    for full_title, full_edges in ((True, True), (False, True), (True, False), (False, False)):
        for pixels in range(title_font().pixelSize() - 1, look().px(LEAST_WORD_PIXELS) - 1, -1):
            both = {
                one: Caption(
                    face_title(one, voice) if full_title else short_face_title(one),
                    edge_words(one, voice) if full_edges else short_edge_words(one),
                    lines,
                    pixels,
                )
                for one in twins
            }
            # Twins stand beside each other and should not differ in their words.
            if all(caption.fits(width) for caption in both.values()):
                return both[face]
    return None


def least_caption(face: Face, lines: int) -> Caption:
    """Gives the smallest caption, for where none fits."""
    return Caption(short_face_title(face), short_edge_words(face), lines, look().px(LEAST_WORD_PIXELS))


def full_words(face: Face, voice: Voice) -> str:
    """Gives the title and both edges in full, for where the caption is short or is not seen."""
    first, last = edge_words(face, voice)
    text = QCoreApplication.translate("BodyMap", "%1. At the left edge: %2. At the right edge: %3.")
    for place, words in (("%1", face_title(face, voice)), ("%2", first.lower()), ("%3", last.lower())):
        text = text.replace(place, words)
    return text


def caption_height(lines: int) -> int:
    """Gives how tall a caption stands."""
    return lines * look().px(16) + Space.XS


def title_font() -> QFont:
    font = QFont(look().font("caption"))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def words_font(pixels: int) -> QFont:
    font = QFont(look().font("caption"))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, EDGE_SPACING)
    return font
