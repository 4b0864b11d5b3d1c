"""What to do about the everyday slips of somebody who seldom writes TOML, by what its reader says of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CURLY = "“”„‟‘’«»\N{SINGLE LOW-9 QUOTATION MARK}"
_BLANKS = (
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}\N{EN SPACE}\N{EM SPACE}\N{ZERO WIDTH SPACE}"
)
_COLON = re.compile(r"\s*[\w.-]+\s*:")
_NO_EQUALS = re.compile(r"\s*[\w.-]+\s+[\"'\d\[tf]")
_BACKSLASH = re.compile(r'"[^"\']*\\')
_TRUTH = re.compile(r"=\s*(true|false|yes|no|on|off)\b", re.IGNORECASE)
_WORD = re.compile(r"=\s*[A-Za-z/\\]")
_TWICE = re.compile(r"cannot declare \('(.*)',\) twice")


@dataclass(frozen=True)
class Slip:
    """What the reader of TOML says in small letters, the line of which it says it, and the sign there."""

    said: str
    line: str
    sign: str

    def says(self, *beginnings: str) -> bool:
        return self.said.startswith(beginnings)


_MENDS: tuple[tuple[Callable[[Slip], object], str], ...] = (
    (lambda slip: slip.says("cannot overwrite a value"), "this key stands twice: keep one of them"),
    (lambda slip: _BACKSLASH.search(slip.line), "write a path of Windows in single quotes: 'D:\\hipmap'"),
    (lambda slip: slip.sign and slip.sign in _BLANKS, "here is a blank that is no plain one: type it anew"),
    (lambda slip: slip.sign and slip.sign in _CURLY, "write straight quotes: \"text\" or 'text'"),
    (
        lambda slip: slip.says("illegal character '\\n'", "unterminated", "expected \"'"),
        "the closing quote is missing",
    ),
    (lambda slip: slip.says("unclosed array"), "the closing bracket ] of the list is missing"),
    (lambda slip: slip.says("expected ']' at the end of a table"), "write the table as [records]"),
    (
        lambda slip: slip.says("expected '='") and _COLON.match(slip.line),
        "write = after the key, not a colon",
    ),
    (lambda slip: slip.says("expected '='") and _NO_EQUALS.match(slip.line), "write = after the key"),
    (
        lambda slip: slip.says("expected newline") and slip.line.count("'") > 2,
        "a text in which ' stands needs double quotes",
    ),
    (
        lambda slip: slip.says("invalid value") and _TRUTH.search(slip.line),
        "write true or false, in small letters",
    ),
    (lambda slip: slip.says("invalid value") and _WORD.search(slip.line), "put a text in quotes: 'text'"),
)


def mend_of(said: str, line: str, column: int) -> str:
    """Gives what to do about what is said of a line; nothing where it is no usual slip."""
    slip = Slip(said.lower(), line, line[column - 1 : column])
    twice = _TWICE.match(slip.said)
    if twice is not None:
        table = twice[1].replace("', '", ".")
        return f"the table [{table}] stands twice: put all its keys below one of them"
    return next((mend for fits, mend in _MENDS if fits(slip)), "")
