"""All pictures, in the order in which they are drawn."""

from __future__ import annotations

import poses_daily
import poses_floor
import poses_lying
import poses_seated
import poses_standing
import poses_tests

SCENES = (
    *poses_lying.SCENES,
    *poses_floor.SCENES,
    *poses_standing.SCENES,
    *poses_seated.SCENES,
    *poses_tests.SCENES,
    *poses_daily.SCENES,
)
