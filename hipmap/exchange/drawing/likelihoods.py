"""The likelihoods as one SVG: bars with ranges for clinicians, ten dots for patients."""

from collections.abc import Sequence

from hipmap.exchange.drawing.inks import GROUND, INK, MUTED, POINT, RANGE, TRACK
from hipmap.exchange.drawing.svg import Drawing, Sheet
from hipmap.exchange.passport import NOT_VALIDATED, passport_of
from hipmap.exchange.plain_words import SCALE, WORDS, number_words
from hipmap.exchange.report import Report
from hipmap.model.assessment import Assessment, Likelihood, SideAssessment
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.shown_numbers import nearest_tenths, outer_steps
from hipmap.model.voice import Voice, said

LEAST_SHOWN = 0.05
_WIDE, _EDGE, _ROW, _HEAD = 640.0, 16.0, 52.0, 34.0
_BAR = 12.0
_TENTH = 0.1
_TICKS = (0, 25, 50, 75, 100)
_TITLE: dict[Voice, str] = {
    "patient": "Where it may come from (more than one can be true)",
    "clinician": "Likely origins, with 5th to 95th percentile (more than one can be true)",
}
_NOTHING = "Nothing is marked or answered yet, so nothing can be said about where the pain comes from."
_KEY: dict[Voice, str] = {
    "patient": "Each row is ten people with answers like these. Dark: at least as many. Light: at most.",
    "clinician": SCALE,
}


def shown_origins(weighed: Assessment | SideAssessment) -> Sequence[Likelihood]:
    """Gives the origins that are worth a row; *not covered* always is."""
    if weighed.enough.why == "nothing_known":
        return ()
    return [one for one in weighed.origins if one.probability >= LEAST_SHOWN or one.id == NOT_COVERED]


def origin_line(one: Likelihood, report: Report, voice: Voice) -> str:
    """Gives one origin in words, with its number and range."""
    name = said(report.knowledge.origin_by_id[one.id], voice)
    return f"{name}: {WORDS[one.word]}, {number_words(one, voice)}"


def likelihood_figure(report: Report, voice: Voice, *, passport: bool = True) -> Drawing:
    """Gives the figure; what it shows is its text too."""
    shown = shown_origins(report.assessment)
    lines = [origin_line(one, report, voice) for one in shown] or [_NOTHING]
    foot = 22.0 if passport else 0.0
    height = 2 * _EDGE + _HEAD + max(len(shown), 1) * _ROW + 26 + foot
    sheet = Sheet(_WIDE, height, _TITLE[voice], ". ".join(lines))
    sheet.write(_TITLE[voice], _EDGE, _EDGE + 16, 15, font_weight="600")
    if not shown:
        sheet.write(_NOTHING, _EDGE, _EDGE + _HEAD + 22, 12.5)
    for number, one in enumerate(shown):
        y = _EDGE + _HEAD + number * _ROW
        _write_words(sheet, y + 14, one, report, voice)
        (_draw_bar if voice == "clinician" else _draw_dots)(sheet, y + 22, one)
    below = _EDGE + _HEAD + max(len(shown), 1) * _ROW
    if shown and voice == "clinician":
        _write_ticks(sheet, below - 6)
    if shown:
        sheet.write(_KEY[voice], _EDGE, below + 20, 10.5, fill=MUTED)
    if passport:
        made = passport_of(report)
        sheet.write(f"{made.versions}. {NOT_VALIDATED}", _EDGE, height - 12, 10, fill=MUTED)
    return sheet.drawing()


def _write_words(sheet: Sheet, y: float, one: Likelihood, report: Report, voice: Voice) -> None:
    sheet.write(said(report.knowledge.origin_by_id[one.id], voice), _EDGE, y, 13, font_weight="600")
    words = WORDS[one.word]
    if voice == "clinician":
        words = f"{words}, {number_words(one, voice)}"
    sheet.write(words, _WIDE - _EDGE, y, 13, text_anchor="end")


def _draw_bar(sheet: Sheet, y: float, one: Likelihood) -> None:
    """A track from 0 to 100, the range on it as a band with ends, and the point as an upright stroke."""
    sheet.add("rect", x=_EDGE, y=y, width=_across(100) - _EDGE, height=_BAR, rx=3, fill=TRACK)
    if one.low is not None and one.high is not None:
        least, most = outer_steps(one.low, one.high)
        left, right = _across(least), _across(most)
        sheet.add("rect", x=left, y=y, width=max(right - left, 1), height=_BAR, rx=3, fill=RANGE)
        for end in (left, right):
            sheet.add("line", x1=end, x2=end, y1=y, y2=y + _BAR, stroke=POINT, stroke_width=1)
    at = min(max(_across(100 * one.probability), _EDGE + 2), _across(100) - 2)
    sheet.add("line", x1=at, x2=at, y1=y - 3, y2=y + _BAR + 3, stroke=GROUND, stroke_width=7)
    sheet.add("line", x1=at, x2=at, y1=y - 3, y2=y + _BAR + 3, stroke=POINT, stroke_width=4)


def _across(percent: float) -> float:
    return _EDGE + (_WIDE - 2 * _EDGE) * percent / 100


def _write_ticks(sheet: Sheet, y: float) -> None:
    for tick in _TICKS:
        anchor = {0: "start", 100: "end"}.get(tick, "middle")
        sheet.write(f"{tick} %", _across(tick), y + 8, 10, fill=MUTED, text_anchor=anchor)


def _draw_dots(sheet: Sheet, y: float, one: Likelihood) -> None:
    """Ten dots: filled up to the least, ringed and light up to the most, empty beyond."""
    low = one.probability if one.low is None else one.low
    high = one.probability if one.high is None else one.high
    least, most = nearest_tenths(low, high)
    if high < _TENTH or most == 0:  # told as fewer than one
        least = most = 0
    for dot in range(10):
        look: dict[str, str | float] = {"fill": GROUND, "stroke": MUTED, "stroke_width": 1}
        if dot < least:
            look = {"fill": POINT, "stroke": POINT, "stroke_width": 1}
        elif dot < most:
            look = {"fill": RANGE, "stroke": POINT, "stroke_width": 1.6}
        sheet.add("circle", None, cx=_EDGE + 9 + dot * 24, cy=y + 8, r=8, **look)
    words = number_words(one, "patient").removesuffix(" people with answers like these")
    sheet.write(words, _EDGE + 10 * 24 + 10, y + 12.5, 12.5, fill=INK)
