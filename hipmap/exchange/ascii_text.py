"""Text in plain ASCII, for records that take nothing else."""

import unicodedata

_PLAIN = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "…": "...", "·": "-",
    "×": "x", "≥": ">=", "≤": "<=", "°": " deg", "µ": "u", "→": "->", "½": "1/2", "\N{NO-BREAK SPACE}": " ",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "\t": " ",
}  # fmt: skip


def ascii_text(text: str) -> str:
    """Gives a text in printable ASCII on one line; what has no likeness there becomes a question mark."""
    plain = "".join(_PLAIN.get(sign, sign) for sign in text.replace("\n", " "))
    parted = unicodedata.normalize("NFKD", plain)
    return "".join(
        sign if sign.isascii() and sign.isprintable() else "?"
        for sign in parted
        if not unicodedata.combining(sign)
    )
