"""What moves it: the figures of the knowledge to which the result is most sensitive, each in words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import inset, label
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import percent, tenths
from hipmap.desktop.why.figure_item import FigureItem
from hipmap.desktop.why.figure_words import figure_told
from hipmap.desktop.why.side_words import about_side
from hipmap.desktop.why.told import Told, WhyPage
from hipmap.model.explanations import MovingFigure
from hipmap.model.voice import Voice
from hipmap.reasoning.sensitivity import sensitivity

MOST: dict[Voice, int] = {"patient": 3, "clinician": 5}


class FiguresPage(WhyPage):
    """A sentence that says what this is, and one figure below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.side = inset(label("", "caption", "on_amber_soft", wrap=True))
        self.about = inset(label("", "caption", "muted", wrap=True))
        self.list = QVBoxLayout()
        self.list.setSpacing(Space.S)
        self.items: list[FigureItem] = []
        self.box.addWidget(self.side)
        self.box.addWidget(self.about)
        self.box.addLayout(self.list)

    def keyboard(self) -> list[QWidget]:
        return [*self.items]

    def explain(self, told: Told) -> None:
        self.side.setText(about_side(told))
        self.side.setVisible(bool(self.side.text()))
        found = sensitivity(told.case, told.knowledge, told.origin)
        shown = [one for one in found.figures if told.voice == "clinician" or _is_seen(one)]
        name = origin_name(told.origin, told.knowledge, told.voice)
        shown = shown[: MOST[told.voice]]
        self._make_items(len(shown))
        for item, one in zip(self.items, shown, strict=True):
            item.show_figure(figure_told(one, name, told.knowledge, told.voice), found.probability)
        self.about.setText(self._about_words(bool(self.items), told.voice))

    def _make_items(self, count: int) -> None:
        """Those that stand there stay: they cost more to make than to fill."""
        for surplus in self.items[count:]:
            self.list.removeWidget(surplus)
            surplus.hide()
            surplus.deleteLater()
        del self.items[count:]
        while len(self.items) < count:
            item = FigureItem()
            self.list.addWidget(item)
            self.items.append(item)

    def _about_words(self, anything: bool, voice: Voice) -> str:
        if not anything:
            return self.tr(
                "No single number: each could be lower or higher, and the result would be much the same."
            )
        if voice == "patient":
            return self.tr("The numbers that this hangs on most, and what it would be if they were off.")
        return self.tr(
            "The figures that this hangs on most, each at the 5th and 95th percentile of what is known of it."
        )


def _is_seen(figure: MovingFigure) -> bool:
    """Whether the number that is shown would differ between the two ends."""
    ends = (figure.probability_at_low, figure.probability_at_high)
    return len({(percent(one), tenths(one, one))[1] for one in ends}) > 1
