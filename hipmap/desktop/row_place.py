"""Where a finding stands in the list of the sheet, and how tall its row is, made or not."""

from dataclasses import dataclass

from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.look import look
from hipmap.model.findings import Finding

# How tall rows mostly are at 100 % text, by how many answers have to stand in them.
ONE_LINE, WITH_SIDES, WITH_NUMBER, WITH_CHIPS, WITH_MANY = 52, 68, 90, 108, 165
FEW = 3


@dataclass(slots=True, eq=False)
class Place:
    """Where a finding stands in the list, and its row once it was made."""

    finding: Finding
    row: FindingRow | None = None
    y: int = 0
    tall: int = 0

    def height_at(self, width: int) -> int:
        """Gives the height of the row, or what it will be roughly."""
        if self.row is not None:
            return self.row.height_at(width)
        return look().px(self._guess())

    def _guess(self) -> int:
        if self.finding.scale is not None:
            return WITH_NUMBER
        if self.finding.options:
            return WITH_CHIPS if len(self.finding.options) <= FEW else WITH_MANY
        return WITH_SIDES if self.finding.sided else ONE_LINE
