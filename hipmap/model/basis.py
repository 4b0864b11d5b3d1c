"""What a sentence rests on."""

from typing import Literal

# published: the sources say so; judged: hipmap's clinical judgement; textbook: undisputed anatomy and
# definitions; article: nothing but general health articles says so.
Basis = Literal["published", "judged", "textbook", "article"]
