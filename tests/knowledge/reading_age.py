"""How hard a text is to read: its sentences, its words, their syllables, and the Flesch-Kincaid grade."""

import re

import syllapy

# As Flesch counted: a full unit of speech ends at a colon and a semicolon too.
_END_OF_SENTENCE = re.compile(r"(?<=[.?!:;])[’\")]*\s+")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'\-][A-Za-zÀ-ÿ]+)*|\d+(?:[.,]\d+)?")
# A figure is said as a word of about this many syllables: ten, twenty, forty-five.
_SYLLABLES_OF_A_FIGURE = 2
# Words in which the package hears too few.
_CORRECTED = {"osteoarthritis": 5, "sacroiliac": 5, "usually": 4}
# The package knows some thousand words, most of them without endings; without this it would hear two
# syllables in `bones`. An ending adds a syllable after these letters: `places`, `needed`.
_ENDINGS = {"s": r"([sxz]|[cs]h|[csgz]e)$", "ed": r"[td]e?$"}


def sentences(text: str) -> list[str]:
    """Gives the sentences of a text."""
    return [sentence for sentence in _END_OF_SENTENCE.split(text.strip()) if _WORD.search(sentence)]


def words(text: str) -> list[str]:
    """Gives the words of a text; a figure is a word, a dash is none."""
    return _WORD.findall(text)


def parts(word: str) -> list[str]:
    """Gives the parts of a word in small letters: both halves of `left-over`, and no ’s or ’t at the end."""
    return [part for part in re.split(r"-|[’'][a-z]+$", word.lower()) if part]


def syllables(word: str) -> int:
    """Gives how many syllables a word has, at least one."""
    if word[0].isdigit():
        return _SYLLABLES_OF_A_FIGURE
    return max(1, sum(_syllables(part) for part in parts(word)))


def _syllables(word: str) -> int:
    if word in _CORRECTED:
        return _CORRECTED[word]
    if word in syllapy.WORD_DICT:
        return int(syllapy.WORD_DICT[word])
    for ending, spoken_after in _ENDINGS.items():
        for stem in (word.removesuffix(ending), word.removesuffix(ending) + "e", word[: -len(ending) - 1]):
            if word.endswith(ending) and stem in syllapy.WORD_DICT:
                return int(syllapy.WORD_DICT[stem]) + bool(re.search(spoken_after, stem))
    return int(syllapy.count(word))


def grade(text: str) -> float:
    """Gives the Flesch-Kincaid grade: the school year that can read it; five more is the age."""
    all_words = words(text)
    spoken = sum(syllables(word) for word in all_words)
    return 0.39 * len(all_words) / len(sentences(text)) + 11.8 * spoken / len(all_words) - 15.59
