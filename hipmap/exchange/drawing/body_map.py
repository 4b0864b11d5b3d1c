"""The body map with its marks as one SVG, each kind by a pattern of its own and each side in words."""

from collections.abc import Mapping
from functools import partial
from xml.etree.ElementTree import Element

from hipmap.exchange.case_words import read_back
from hipmap.exchange.drawing.faces import FaceDrawing, Outline, Part, faces_of, pin_point, shown_marks
from hipmap.exchange.drawing.inks import GROUND, INK, LINE, MUTED, kind_ink, mark_ink
from hipmap.exchange.drawing.svg import Drawing, Sheet, wrapped
from hipmap.exchange.passport import short_passport
from hipmap.exchange.report import ReadAsset, Report
from hipmap.model.case import Face, Mark, MarkKind
from hipmap.model.spoken import phrases, phrases_by, translate
from hipmap.model.voice import Voice

tr = partial(translate, "Paper")

_WIDE, _HEAD, _GAP, _EDGE, _FOOT = 300.0, 34.0, 40.0, 14.0, 10.0
_LEGEND = 26.0
_USUAL = 5.0
_ROOM = 24.0
_BESIDE: dict[Part, float] = {"inset": 24.0, "whole": 52.0}
"""How far down the letters of the sides stand, where the figure leaves room for them."""
_TITLES: Mapping[Face, Mapping[Voice, str]] = phrases_by(
    "Paper",
    {
        "front": {"patient": "Front", "clinician": "Front"},
        "back": {"patient": "Back", "clinician": "Back"},
        "right": {"patient": "Your right side", "clinician": "Right side"},
        "left": {"patient": "Your left side", "clinician": "Left side"},
    },
)
_RIGHT: Mapping[Voice, str] = phrases("Paper", {"patient": "YOUR RIGHT", "clinician": "PATIENT’S RIGHT"})
_LEFT: Mapping[Voice, str] = phrases("Paper", {"patient": "YOUR LEFT", "clinician": "PATIENT’S LEFT"})
_LEGEND_WORDS: Mapping[MarkKind, str] = phrases(
    "Paper",
    {
        "pain": "pain",
        "numb": "numb or tingling",
        "spread": "spreads to",
        "none": "no pain",
    },
)


def body_map(report: Report, voice: Voice, read: ReadAsset, *, on_page: bool = False) -> Drawing:
    """Gives the faces that show the marks, with what made the picture below it.

    On a page, which says that itself, it is drawn smaller: so its words are fewer and larger.
    """
    faces = faces_of(report.case, report.knowledge.body, read)
    scale = _WIDE / max(face.width for face in faces)
    tall = max(face.height for face in faces) * scale
    width = 2 * _EDGE + len(faces) * _WIDE + (len(faces) - 1) * _GAP
    text = 1.0 if not on_page else 1.85
    legend = _legend_rows(report, width, text)
    made = [line for told in short_passport(report) for line in wrapped(told, 10, width - 2 * _EDGE)]
    foot = 0.0 if on_page else 13.0 * len(made) + _FOOT
    height = 2 * _EDGE + _HEAD + tall + _LEGEND * text * max(len(legend), 1) + foot
    sheet = Sheet(width, height, tr("Body map"), " ".join(read_back(report.case, report.knowledge, voice)))
    _define_patterns(sheet)
    for number, face in enumerate(faces):
        x = _EDGE + number * (_WIDE + _GAP)
        _write_head(sheet, face.face, x, voice, text)
        shift = x + (_WIDE - face.width * scale) / 2
        group = sheet.add("g", transform=f"translate({shift:g} {_EDGE + _HEAD:g}) scale({scale:g})")
        _draw_face(sheet, group, face, report, read)
    _write_legend(sheet, legend, _EDGE + _HEAD + tall + 18 * text, text)
    if not on_page:
        sheet.write_lines(made, _EDGE, height - 13 * len(made), 10, fill=MUTED)
    return sheet.drawing()


def _define_patterns(sheet: Sheet) -> None:
    """Dots for numbness, hatching for spread and ticks for no pain: colour only repeats them."""
    sizes: dict[MarkKind, int] = {"numb": 7, "spread": 7, "none": 11}
    for kind, size in sizes.items():
        pattern = sheet.add(
            "pattern", sheet.defs, id=f"of_{kind}", width=size, height=size, patternUnits="userSpaceOnUse"
        )
        ink = kind_ink(kind)
        sheet.add("rect", pattern, width=size, height=size, fill=ink, fill_opacity=0.22)
        if kind == "numb":
            sheet.add("circle", pattern, cx=3.5, cy=3.5, r=1.5, fill=ink)
        else:
            path = "M-1 8L8 -1M-2 2L2 -2M5 9L9 5" if kind == "spread" else "M2 5.5L4.5 8L9 2.5"
            sheet.add("path", pattern, d=path, stroke=ink, stroke_width=1.4, fill="none")


def _write_head(sheet: Sheet, face: Face, x: float, voice: Voice, text: float) -> None:
    right, left = (_RIGHT[voice], _LEFT[voice]) if text == 1 else (tr("RIGHT"), tr("LEFT"))
    front, back = tr("FRONT"), tr("BACK")
    edges = {"front": (right, left), "back": (left, right), "right": (back, front), "left": (front, back)}
    first, second = edges[face]
    y = _EDGE + 18
    title = _TITLES[face][voice] if text == 1 else _TITLES[face]["clinician"]
    sheet.write(first, x, y, 11 * text, font_weight="600", fill=MUTED)
    sheet.write(title, x + _WIDE / 2, y, 13 * text, font_weight="600", text_anchor="middle")
    sheet.write(second, x + _WIDE, y, 11 * text, font_weight="600", fill=MUTED, text_anchor="end")


def _draw_face(sheet: Sheet, group: Element, face: FaceDrawing, report: Report, read: ReadAsset) -> None:
    sheet.place_picture(face.png, face.width, face.height, group)
    together = "".join(one.path for (zone, _), one in face.outlines.items() if zone != "saddle")
    sheet.add("path", group, d=together, fill="none", stroke=LINE, stroke_width=0.5, stroke_opacity=0.7)
    seen = shown_marks(report.case, face)
    for mark, outline in seen:
        _draw_mark(sheet, group, mark, outline)
    for mark, outline in seen:
        _draw_arrow(sheet, group, mark, outline, face)
    for mark, outline in seen:
        _write_number(sheet, group, mark, outline)
    pin = pin_point(report.case, face, read)
    if pin is not None:
        x, y = pin
        sheet.add("circle", group, cx=x, cy=y, r=4.5, fill="none", stroke=GROUND, stroke_width=4)
        sheet.add("circle", group, cx=x, cy=y, r=4.5, fill="none", stroke=INK, stroke_width=2)
        sheet.add("circle", group, cx=x, cy=y, r=1.2, fill=INK)
    if face.face in ("front", "back"):
        right, left = tr("R"), tr("L")
        letters = (right, left) if face.face == "front" else (left, right)
        for letter, x in zip(letters, (6.0, face.width - 6), strict=True):
            anchor = "start" if x < face.width / 2 else "end"
            y = _BESIDE[face.part]
            sheet.write(letter, x, y, 17, group, font_weight="700", text_anchor=anchor)


def _draw_mark(sheet: Sheet, group: Element, mark: Mark, outline: Outline) -> None:
    ink = mark_ink(mark)
    if mark.kind == "pain":
        strength = _USUAL if mark.intensity is None else mark.intensity
        look: dict[str, str | float] = {"fill": ink, "fill_opacity": 0.22 + 0.6 * strength / 10}
    else:
        look = {"fill": f"url(#of_{mark.kind})"}
    sheet.add("path", group, d=outline.path, stroke=ink, stroke_width=1.2, **look)
    if mark.worst:  # a dark edge around a white one: on a grey print too
        for edge, width in ((INK, 5.0), (GROUND, 2.2)):
            sheet.add("path", group, d=outline.path, fill="none", stroke=edge, stroke_width=width)


def _draw_arrow(sheet: Sheet, group: Element, mark: Mark, outline: Outline, face: FaceDrawing) -> None:
    """An arrow from where pain spreads, where both ends are on this face."""
    if mark.spreads_from is None:
        return
    start = face.outlines.get((mark.spreads_from.zone, mark.spreads_from.side))
    if start is None:
        return
    (x1, y1), (x2, y2) = start.middle, outline.middle
    away = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    dx, dy = (x2 - x1) / away, (y2 - y1) / away
    head = f"M{x2 - 7 * dx - 4 * dy:.1f} {y2 - 7 * dy + 4 * dx:.1f}L{x2:.1f} {y2:.1f}"
    head += f"L{x2 - 7 * dx + 4 * dy:.1f} {y2 - 7 * dy - 4 * dx:.1f}"
    path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}{head}"
    for ink, width in ((GROUND, 4.5), (kind_ink("spread"), 2.0)):
        sheet.add("path", group, d=path, fill="none", stroke=ink, stroke_width=width)


def _write_number(sheet: Sheet, group: Element, mark: Mark, outline: Outline) -> None:
    """How strong a mark is, on a plate in the middle of its zone where that has room."""
    if mark.intensity is None or min(outline.size) < _ROOM:
        return
    x, y = outline.middle
    sheet.add("circle", group, cx=x, cy=y, r=8.5, fill=mark_ink(mark), stroke=GROUND, stroke_width=1.5)
    more = {"font_weight": "700", "text_anchor": "middle", "fill": GROUND}
    sheet.write(f"{mark.intensity:g}", x, y + 3.8, 10.5, group, **more)


def _legend_rows(report: Report, width: float, text: float) -> list[list[tuple[float, str, str]]]:
    """What the patterns mean, in rows as wide as the picture: where each begins, its fill and its words."""
    worst = next((mark for mark in report.case.marks if mark.worst), None)
    entries: list[tuple[str, str]] = [(_fill_of(worst), tr("worst spot"))] if worst is not None else []
    for kind, words in _LEGEND_WORDS.items():
        first = next((one for one in report.case.marks if one.kind == kind and not one.worst), None)
        if first is not None:
            entries.append((_fill_of(first), words))
    if report.case.pin is not None:
        entries.append((INK, tr("one finger")))
    rows: list[list[tuple[float, str, str]]] = []
    x = width
    for fill, words in entries:
        wide = (21 + 6.4 * len(words)) * text
        if x + wide > width - _EDGE:
            rows.append([])
            x = _EDGE
        rows[-1].append((x, fill, words))
        x += wide + 16 * text
    return rows


def _write_legend(sheet: Sheet, rows: list[list[tuple[float, str, str]]], y: float, text: float) -> None:
    for row in rows:
        for x, fill, words in row:
            box = {"x": x, "y": y - 9 * text, "width": 16 * text, "height": 10 * text, "rx": 2}
            if fill == INK:
                look: dict[str, str | float] = {"fill": "none", "stroke": INK, "stroke_width": 2 * text}
                sheet.add("circle", None, cx=x + 8 * text, cy=y - 4 * text, r=5 * text, **look)
                sheet.add("circle", None, cx=x + 8 * text, cy=y - 4 * text, r=1.4 * text, fill=INK)
            else:
                sheet.add("rect", None, **box, fill=fill, stroke=MUTED, stroke_width=0.8)
            if words == tr("worst spot"):
                sheet.add("rect", None, **box, fill="none", stroke=INK, stroke_width=3 * text)
                sheet.add("rect", None, **box, fill="none", stroke=GROUND, stroke_width=1.3 * text)
            sheet.write(words, x + 21 * text, y, 11.5 * text)
        y += _LEGEND * text * 0.8


def _fill_of(mark: Mark) -> str:
    return mark_ink(mark) if mark.kind == "pain" else f"url(#of_{mark.kind})"
