"""The desks of the window: the start, the consultation, the guide at home, and the records."""

from typing import Literal

DeskName = Literal["start", "consultation", "home", "records"]
