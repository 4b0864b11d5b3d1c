"""The segments of the CHOIR body map that cover marked zones, for comparison with public data."""

from hipmap.model.body import Body
from hipmap.model.case import Case, MarkKind


def choir_segments(case: Case, body: Body, kind: MarkKind) -> tuple[int, ...]:
    """Gives the numbers of the segments that cover the zones with one kind of mark, rising, each once.

    A segment may be larger than a zone: that a segment is named does not say that all of it is marked.
    """
    found = {
        number
        for mark in case.marks
        if mark.kind == kind
        for number in body.by_id[mark.zone].choir.get(mark.side, ())
    }
    return tuple(sorted(found))
