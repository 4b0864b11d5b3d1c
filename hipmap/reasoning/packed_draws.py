"""Columns of draws as single whole numbers, so that a weighted sum of columns is a few operations.

Every draw is a fixed-point number in a field of its own, side by side in one long whole number. Whole
numbers add and multiply at the speed of the machine, and exactly: a sum does not depend on its order and
is the same on every system. A plain column has `_FINE` binary places; times a weight it has as many more
as a weight has, which stand below the word that is read.
"""

import math
from collections.abc import Sequence
from struct import Struct

# Draws in one column.
COUNT = 512
# Draws below 2 ** 13 to fifteen digits; sums of draws and weights stay far below that.
_FINE = 50
_WEIGHT = 48
_FIELD = 64 + _WEIGHT
_WRITTEN = Struct(f"<Q{_WEIGHT // 8}x")
_READ = Struct("<" + f"{_WEIGHT // 8}xq" * COUNT)
_UNIT = 2.0**-_FINE
_ONE = 2.0**_WEIGHT
_MIDDLE = 1 << 63


def _in_every_field(value: int) -> int:
    return sum(value << _FIELD * at for at in range(COUNT))


# A column with its draws moved up by the middle has no negative field, and can be cut into its fields.
_MIDDLES = _in_every_field(_MIDDLE)
_SUM_MIDDLES = _MIDDLES << _WEIGHT
_WORDS = _in_every_field((1 << 64) - 1)


def written(draw: float) -> bytes:
    """Gives one draw as its field, for `column`."""
    return _WRITTEN.pack(round(draw / _UNIT) + _MIDDLE)


def column(fields: Sequence[bytes]) -> int:
    """Gives the column of so many written draws."""
    return int.from_bytes(b"".join(fields), "little") - _MIDDLES


def times(plain: int, weight: float) -> int:
    """Gives a plain column times a weight; such products can be added to each other."""
    return plain * round(weight * _ONE)


def settled(total: int) -> int:
    """Gives a sum of products as a plain column."""
    return ((total + _SUM_MIDDLES) >> _WEIGHT & _WORDS) - _MIDDLES


def exponentials(total: int, start: float) -> list[float]:
    """Gives exp(start + draw) of every draw of a sum of products."""
    words = _READ.unpack(total.to_bytes(COUNT * _FIELD // 8, "little", signed=True))
    exp, unit = math.exp, _UNIT
    return [exp(start + unit * word) for word in words]
