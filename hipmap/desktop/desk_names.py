"""The desks of the window: the start, the consultation, and the guide at home."""

from typing import Literal

DeskName = Literal["start", "consultation", "home"]
