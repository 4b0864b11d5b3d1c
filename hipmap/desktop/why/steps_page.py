"""Step by step: the waterfall from how common an origin is to how likely it is now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.labels import inset, label
from hipmap.desktop.why.side_words import about_side
from hipmap.desktop.why.step_chart import StepChart
from hipmap.desktop.why.step_words import stations_of
from hipmap.desktop.why.told import Told, WhyPage
from hipmap.reasoning.waterfall import waterfall


class StepsPage(WhyPage):
    """The chart under a sentence that says how it is read."""

    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.side = inset(label("", "caption", "on_amber_soft", wrap=True))
        self.about = inset(label("", "caption", "muted", wrap=True))
        self.sizes = inset(label("", "caption", "muted", wrap=True))
        self.chart = StepChart()
        self.chart.looked_at.connect(self.looked_at)
        for part in (self.side, self.about, self.chart, self.sizes):
            self.box.addWidget(part)

    def keyboard(self) -> list[QWidget]:
        return [*self.chart.lines]

    def explain(self, told: Told) -> None:
        self.side.setText(about_side(told))
        self.side.setVisible(bool(self.side.text()))
        self.about.setText(
            self.tr("From how common it is to where it stands now. The steps add up exactly.")
            if told.voice == "clinician"
            else self.tr("From how common it is to where it stands now, one step after another.")
        )
        self.sizes.setText(
            self.tr(
                "The steps, strongest first, share the whole change among overlapping findings. A reason is "
                "what changes if it alone is left out, so its size need not match its step."
            )
            if told.voice == "clinician"
            else self.tr(
                "The steps share the whole change among all answers, and some say nearly the same. A reason "
                "shows what changes without that one answer. So the sizes can differ."
            )
        )
        way = waterfall(told.case, told.knowledge, told.origin)
        self.chart.show_stations(list(stations_of(way, told.knowledge, told.voice)), told.voice)
