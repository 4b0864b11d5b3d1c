"""Changes of a case that the tests compare: an answer put or taken away, and the sides swapped."""

from hipmap.model.case import Answer, Case, Side

OTHER: dict[Side, Side] = {"right": "left", "left": "right", "midline": "midline"}


def with_answer(case: Case, name: str, value: str | int | float, side: str | None = None) -> Case:
    own: Side | None = "right" if side == "right" else "left" if side == "left" else None
    return case.model_copy(update={"answers": {**case.answers, name: Answer(value=value, side=own)}})


def without_answer(case: Case, name: str) -> Case:
    return case.model_copy(
        update={"answers": {one: answer for one, answer in case.answers.items() if one != name}}
    )


def mirrored(case: Case) -> Case:
    """Gives the case as a mirror shows it."""
    marks = tuple(mark.model_copy(update={"side": OTHER[mark.side]}) for mark in case.marks)
    answers = {
        name: answer if answer.side is None else Answer(value=answer.value, side=OTHER[answer.side])
        for name, answer in case.answers.items()
    }
    return case.model_copy(update={"marks": marks, "answers": answers})
