"""The likelihoods as one SVG: bars with ranges for clinicians, ten dots for patients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hipmap.exchange.drawing.inks import GROUND, MUTED, POINT, RANGE, TRACK
from hipmap.exchange.drawing.svg import LINE_HEIGHT, Drawing, Sheet, wrapped
from hipmap.exchange.passport import short_passport
from hipmap.exchange.plain_words import WORDS, likelihood_words, tenths_words
from hipmap.exchange.report import Report
from hipmap.model.assessment import Assessment, Likelihood, SideAssessment
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.shown_numbers import is_shown, nearest_tenths, outer_steps
from hipmap.model.spoken import phrases, translate
from hipmap.model.voice import Voice, said

_WIDE, _EDGE, _GAP = 640.0, 16.0, 17.0
_LARGE, _NAME, _WORDS, _SMALL = 15.0, 13.0, 12.5, 10.5
_BAR, _DOT = 12.0, 8.0
_TENTH = 0.1
_TICKS = (0, 25, 50, 75, 100)
_TITLE: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Where it may come from (more than one can be true)",
        "clinician": "Likely origins, with 5th to 95th percentile (more than one can be true)",
    },
)
_KEY: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Each row is ten people with answers like these. Dark: at least so many. Light: perhaps.",
        "clinician": "Scale: very unlikely under 10 %, unlikely 10-30, possible 30-60, likely 60-80, "
        "very likely over 80.",
    },
)


@dataclass(frozen=True)
class _Frame:
    """The width of a figure, and what is left free at its edges."""

    wide: float
    edge: float

    @property
    def room(self) -> float:
        return self.wide - 2 * self.edge

    def across(self, percent: float) -> float:
        return self.edge + self.room * percent / 100


@dataclass(frozen=True)
class _Row:
    """One origin with the lines of its name and of its number."""

    one: Likelihood
    name: list[str]
    words: list[str]

    @property
    def height(self) -> float:
        return LINE_HEIGHT * (_NAME * len(self.name) + _WORDS * len(self.words)) + 2 * _DOT + _GAP


def shown_origins(weighed: Assessment | SideAssessment) -> Sequence[Likelihood]:
    """Gives the origins that are worth a row; *not covered* always is."""
    if weighed.enough.why == "nothing_known":
        return ()
    return [one for one in weighed.origins if is_shown(one.probability) or one.id == NOT_COVERED]


def origin_line(one: Likelihood, report: Report, voice: Voice) -> str:
    """Gives one origin in words, with its number and range."""
    name = said(report.knowledge.origin_by_id[one.id], voice)
    return f"{name}: {likelihood_words(one, voice)}"


def nothing_known() -> str:
    """Gives what is said where nothing is known."""
    return translate(
        "Paper", "Nothing is marked or answered yet, so nothing can be said about where the pain comes from."
    )


def likelihood_figure(report: Report, voice: Voice, *, passport: bool = True, wide: float = _WIDE) -> Drawing:
    """Gives the figure; what it shows is its text too. Without a passport it is for a page: no edge."""
    frame = _Frame(wide, _EDGE if passport else 1.0)
    shown = shown_origins(report.assessment)
    alt = ". ".join([origin_line(one, report, voice) for one in shown] or [nothing_known()])
    rows = [_row(one, report, voice, frame) for one in shown]
    title = wrapped(_TITLE[voice], _LARGE, frame.room) if passport else []
    key = wrapped(_KEY[voice] if shown else nothing_known(), _SMALL, frame.room)
    height = 2 * frame.edge + LINE_HEIGHT * (_LARGE * len(title) + _SMALL * len(key)) + 26
    made = [line for told in short_passport(report) for line in wrapped(told, 10, frame.room)]
    below = LINE_HEIGHT * 10 * len(made) + 8 if passport else 0
    height += sum(row.height for row in rows) + below
    sheet = Sheet(wide, height, _TITLE[voice], alt)
    y = sheet.write_lines(title, frame.edge, frame.edge + 14, _LARGE, font_weight="600")
    y += 8 if passport else 0
    for row in rows:
        _draw_row(sheet, y, row, voice, frame)
        y += row.height
    if shown and voice == "clinician":
        _write_ticks(sheet, y, frame)
        y += 16
    sheet.write_lines(key, frame.edge, y + (4 if voice == "clinician" else 12), _SMALL, fill=MUTED)
    if passport:
        sheet.write_lines(made, frame.edge, height - below + 4, 10, fill=MUTED)
    return sheet.drawing()


def _row(one: Likelihood, report: Report, voice: Voice, frame: _Frame) -> _Row:
    name = said(report.knowledge.origin_by_id[one.id], voice)
    low = one.probability if one.low is None else one.low
    high = one.probability if one.high is None else one.high
    words = likelihood_words(one, voice)
    if voice == "patient":
        words = f"{WORDS[one.word]}: {tenths_words(low, high)}"
    return _Row(one, wrapped(name, _NAME, frame.room), wrapped(words, _WORDS, frame.room))


def _draw_row(sheet: Sheet, y: float, row: _Row, voice: Voice, frame: _Frame) -> None:
    y = sheet.write_lines(row.name, frame.edge, y + _NAME - 1, _NAME, font_weight="600")
    y = sheet.write_lines(row.words, frame.edge, y, _WORDS) - _WORDS + 5
    (_draw_bar if voice == "clinician" else _draw_dots)(sheet, y, row.one, frame)


def _draw_bar(sheet: Sheet, y: float, one: Likelihood, frame: _Frame) -> None:
    """A track from 0 to 100, the range on it as a band with ends, and the point as an upright stroke."""
    sheet.add("rect", x=frame.edge, y=y, width=frame.room, height=_BAR, rx=3, fill=TRACK)
    if one.low is not None and one.high is not None:
        least, most = outer_steps(one.low, one.high)
        left, right = frame.across(least), frame.across(most)
        sheet.add("rect", x=left, y=y, width=max(right - left, 1), height=_BAR, rx=3, fill=RANGE)
        for end in (left, right):
            sheet.add("line", x1=end, x2=end, y1=y, y2=y + _BAR, stroke=POINT, stroke_width=1)
    at = min(max(frame.across(100 * one.probability), frame.edge + 2), frame.across(100) - 2)
    sheet.add("line", x1=at, x2=at, y1=y - 3, y2=y + _BAR + 3, stroke=GROUND, stroke_width=7)
    sheet.add("line", x1=at, x2=at, y1=y - 3, y2=y + _BAR + 3, stroke=POINT, stroke_width=4)


def _write_ticks(sheet: Sheet, y: float, frame: _Frame) -> None:
    for tick in _TICKS:
        anchor = {0: "start", 100: "end"}.get(tick, "middle")
        sheet.write(f"{tick} %", frame.across(tick), y, 10, fill=MUTED, text_anchor=anchor)


def _draw_dots(sheet: Sheet, y: float, one: Likelihood, frame: _Frame) -> None:
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
        sheet.add("circle", None, cx=frame.edge + _DOT + 1 + dot * 3 * _DOT, cy=y + _DOT, r=_DOT, **look)
