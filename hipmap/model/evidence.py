"""Where a figure comes from: sources, and cells that hold a probability with its provenance."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from hipmap.model.frozen import Frozen

# local: a clinic put this figure there by its overlay; hipmap does not answer for it.
Kind = Literal["published", "derived", "judged", "local"]
Word = Literal["hardly_ever", "seldom", "sometimes", "often", "nearly_always"]
Share = Annotated[float, Field(gt=0, lt=1)]

# The five words of judgement; what each is worth stands here and nowhere else (design, section 4).
WORD_WORTH: dict[str, float] = {
    "hardly_ever": 0.03,
    "seldom": 0.12,
    "sometimes": 0.30,
    "often": 0.60,
    "nearly_always": 0.88,
}
JUDGED_N = 8.0
# A published figure whose study size was not seen counts as a small study.
UNKNOWN_N = 20.0
# A figure is worth at least the observations in which its rarer outcome would be seen twice: a word such
# as *hardly ever* cannot mean one in a million.
RARER_SEEN = 2.0


class Source(Frozen):
    """A publication, and whether the numbers were read in it (`verified`) or recalled.

    A general health article backs no number.
    """

    id: str
    citation: str
    address: str | None = None
    read: Literal["verified", "recalled"]
    general_article: bool = False
    note: str | None = None


class Derivation(Frozen):
    """How a probability follows from published numbers; exactly the fields of one recipe are set.

    `lr_pos` and `background`: p = lr_pos * background.
    `lr_neg` and `background`: p = 1 - lr_neg * (1 - background).
    `spec`: p = 1 - spec (the comparison group of that study).
    `value` and `times`: p = value * times, a published share of a wider area split by judgement.
    """

    lr_pos: Annotated[float, Field(gt=0)] | None = None
    lr_neg: Annotated[float, Field(gt=0)] | None = None
    background: Share | None = None
    spec: Annotated[float, Field(ge=0, le=1)] | None = None
    value: Annotated[float, Field(ge=0, le=1)] | None = None
    times: Annotated[float, Field(gt=0, le=1)] | None = None

    def result(self) -> float:
        """Gives the derived probability, kept within 0.02 and 0.98; ValueError if no recipe fits."""
        return min(0.98, max(0.02, self.raw()))

    def raw(self) -> float:
        """Gives what the recipe yields, which need not be a probability; ValueError if none fits."""
        if self.lr_pos is not None and self.background is not None:
            return self.lr_pos * self.background
        if self.lr_neg is not None and self.background is not None:
            return 1 - self.lr_neg * (1 - self.background)
        if self.spec is not None:
            return 1 - self.spec
        if self.value is not None and self.times is not None:
            return self.value * self.times
        raise ValueError("needs lr_pos or lr_neg with background, or spec, or value with times")


def _judged_from_word(value: Any) -> Any:
    """Lets a knowledge file write a judged cell as one word, or one word per option."""
    if isinstance(value, str):
        return _judged_cell(value) if value in WORD_WORTH else {"kind": "judged", "word": value}
    if (
        isinstance(value, dict)
        and value
        and all(isinstance(v, str) for v in value.values())
        and "kind" not in value
    ):
        return {"kind": "judged", "words": value}
    return value


class Cell(Frozen):
    """P(finding | condition) with its provenance; for findings with options, one probability an option.

    `n` counts the people behind the proportion, not all of the study. Where a study speaks of some
    options only, `published_options` names them, and the others are judgement.
    """

    kind: Kind
    p: Annotated[float, Field(gt=0, lt=1)] | None = None
    options: Mapping[str, Annotated[float, Field(ge=0, le=1)]] | None = None
    word: Word | None = None
    words: Mapping[str, Word] | None = None
    published_options: tuple[str, ...] = ()
    n: Annotated[float, Field(gt=0)] | None = None
    interval: tuple[Share, Share] | None = None
    derivation: Derivation | None = None
    pooled: bool = False
    source: str | None = None
    row: str | None = None
    why: str | None = None

    @model_validator(mode="after")
    def _one_figure(self) -> "Cell":
        given = [x for x in (self.p, self.options, self.word, self.words, self.derivation) if x is not None]
        if len(given) != 1:
            raise ValueError("give exactly one of p, options, word, words, derivation")
        if self.kind == "derived" and self.derivation is None and self.options is None:
            raise ValueError("a derived figure keeps its derivation")
        if self.kind == "published" and self.p is None and self.options is None:
            raise ValueError("a published figure is given as p or options")
        if self.kind == "judged" and self.derivation is not None:
            raise ValueError("a judged figure has no derivation")
        return self

    @model_validator(mode="after")
    def _interval_holds_the_figure(self) -> "Cell":
        if self.interval is None:
            return self
        low, high = self.interval
        if not low < high:
            raise ValueError("the lower end of an interval lies below its upper end")
        if self.p is not None and not low <= self.p <= high:
            raise ValueError("the interval holds the figure")
        return self

    @model_validator(mode="after")
    def _figure_has_its_source(self) -> "Cell":
        if self.kind in ("published", "derived") and self.source is None:
            raise ValueError(f"a {self.kind} figure needs a source id")
        return self

    @property
    def probability(self) -> float:
        """The probability of a yes/no finding."""
        if self.p is not None:
            return self.p
        if self.word is not None:
            return WORD_WORTH[self.word]
        if self.derivation is not None:
            return self.derivation.result()
        raise ValueError("this cell holds options, not one probability")

    def kind_of(self, option: str) -> Kind:
        """Gives the kind of the figure for one option."""
        if self.kind != "local" and self.published_options and option not in self.published_options:
            return "judged"
        return self.kind

    @property
    def effective_n(self) -> float:
        """How many observations the figure is worth: 8 without a study, else from n or the 95 % interval.

        A published share that judgement splits over several places is worth less than its study: the
        relative variances of share and split add up.
        """
        if self.kind == "judged" or self.source is None:
            return JUDGED_N
        if self.derivation is not None and self.derivation.value and self.derivation.times:
            return _worth_of_split(self.derivation.value, self.n or UNKNOWN_N, self.derivation.times)
        if self.n is not None:
            return self.n
        if self.interval is not None and self.options is None:
            half = (self.interval[1] - self.interval[0]) / 2
            p = self.probability
            return max(2.0, p * (1 - p) / (half / 1.96) ** 2 - 1)
        return UNKNOWN_N


def _worth_of_split(share: float, n: float, split: float) -> float:
    """The worth of share times split, when the share is worth n observations and the split a judgement."""
    relative = (1 - share) / (share * (n + 1)) + (1 - split) / (split * (JUDGED_N + 1))
    p = share * split
    return max(RARER_SEEN, (1 - p) / (p * relative) - 1) if relative else n


@cache
def _judged_cell(word: str) -> Cell:
    """One value for all the cells that are only a word: they are half of all cells."""
    return Cell.model_validate({"kind": "judged", "word": word})


CellField = Annotated[Cell, BeforeValidator(_judged_from_word)]
