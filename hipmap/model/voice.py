"""The two voices in which everything can be said."""

from typing import Literal

Voice = Literal["patient", "clinician"]
