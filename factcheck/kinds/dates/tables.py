"""The word lists of `data/calendar.yaml`, `seasons.yaml` and `holidays.yaml` as look-ups by token."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.data import load
from factcheck.text.numberwords import CONTINUING, LONE
from factcheck.text.numerals import numeral_at, starts_numeral
from factcheck.text.tokens import Tokens

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]

_data: dict[str, Any] = load("calendar")


def _inverse(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _phrases(table: dict[str, list[str]]) -> Phrases:
    """First word -> (all words, key), the longest phrase first."""
    found: Phrases = {}
    for key, phrases in table.items():
        for phrase in phrases:
            words = tuple(token for word in phrase.split() for token in _split(word))
            found.setdefault(words[0], []).append((words, key))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _split(word: str) -> list[str]:
    """A word the way the tokeniser cuts it: the possessive and a point are tokens of their own."""
    for ending in ("'s", "'", "."):
        if word.endswith(ending) and word.count(".") < 2 and len(word) > len(ending):
            return [word[: -len(ending)], ending]
    return [word[0], "-", word[2:]] if word[1:2] == "-" else [word]


MONTHS = {word: int(number) for word, number in _inverse(_data["months"]).items()}
WEEKDAYS = {word: int(number) for word, number in _inverse(_data["weekdays"]).items()}
DOUBTFUL = frozenset(_data["doubtful"])
UNITS = _inverse(_data["units"])
DAYPARTS = {word: (low, high) for low, high, *words in _data["dayparts"] for word in words}
MEALS = frozenset(_data["meals"])
INSTANTS = _inverse(_data["instants"])
HALVES = _inverse(_data["halves"])
OCLOCK = frozenset(_data["oclock"])
DAYS = {word: int(offset) for word, offset in _inverse(_data["days"]).items()}
TONIGHT = frozenset(_data["tonight"])
NOW_WORDS = frozenset(_data["now"])
PRESENTLY = _phrases({"now": _data["presently"]})
THIS, LAST, NEXT = (frozenset(_data[name]) for name in ("this", "last", "next"))
PAST, AHEAD = frozenset(_data["past"]), frozenset(_data["ahead"])
PARTS = _inverse(_data["parts"])
EDGES = _inverse(_data["edges"])
PORTIONS, PARTWAY = frozenset(_data["portions"]), frozenset(_data["partway"])
OPENING, CLOSING = frozenset(_data["opening"]), frozenset(_data["closing"])
EARLIER, LATER, REST = (frozenset(_data[name]) for name in ("earlier", "later", "rest"))
BOUNDS = _phrases(_data["bounds"])
COMPARED = _phrases(_data["compared"])
HEDGES = _phrases(_data["hedges"])
TRAILING = _phrases(_data["trailing"])
SO_FAR = _phrases({"now": _data["so_far"]})
WEEK_OF = _phrases(_data["week_of"])
DAY_ENDS = _phrases(_data["day_ends"])
UNIT_ENDS = _inverse(_data["unit_ends"])
LAST_ONES = frozenset(_data["last_ones"])
WEEK_NUMBERS = frozenset(_data["week_numbers"])
SEASONAL = frozenset(_data["seasonal"])
ERAS = frozenset(_data["eras"])
MIDWAY = frozenset(_data["midway"])
SMALL_HOURS = _phrases({"hours": _data["small_hours"]})
LIGHTS = frozenset(_data["lights"])
TIME_ZONES = frozenset(_data["time_zones"])
ZONE_NAMES = frozenset(_data["zone_names"])
LONG = _inverse(_data["long"])
SAME_TIME = _phrases({"same": _data["same_time"]})
TO_DATE = _inverse(_data["to_date"])
ABOUT = frozenset(_data["about"])
AGO = _phrases({"ago": _data["ago"], "later": _data["after"], "earlier": _data["earlier_by"]})
COUNTED = _phrases(_data["counted"])
EACH = frozenset(_data["each"])
HOW_OFTEN = frozenset(_data["how_often"])
REPEATED = _phrases(_data["repeated"])
WHOLE, WORKING = frozenset(_data["whole"]), frozenset(_data["working"])
DECADES = {word: int(number) for word, number in _inverse(_data["decades"]).items()}
FISCAL = _phrases({"year": _data["fiscal"]})
FUTURE_WORDS = frozenset(_data["future_words"])
PAST_WORDS = frozenset(_data["past_words"])
SEASONS = {word: int(entry[0]) for entry in load("seasons").values() for word in entry[1:]}
HOLIDAYS = _phrases(load("holidays"))
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
YEARS = range(1000, 2200)
DIGITS = "0123456789"
NO_NUMBER = frozenset(("a", "an", "+", "-", "−"))
FRACTION_BARS = ("/", "⁄")
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))
HYPHENS = frozenset("-‐‑–—−")


def _words(data: Any) -> set[str]:
    """Every word of a file's lists and phrases."""
    if isinstance(data, str):
        return {token for word in data.split() for token in _split(word)}
    return set().union(*map(_words, data.values() if isinstance(data, dict) else data))


WORDS = (
    frozenset(_words(_data) | _words(load("seasons")) | _words(load("holidays")))
    | CONTINUING
    | frozenset("times time ended ending other single final full closing latter commencing date oh hrs hours "
    "seasons season campaign term budget".split())
)  # fmt: skip


class Number(NamedTuple):
    """A numeral up to token `last`, not with it."""

    value: int | Fraction
    last: int
    ordinal: bool
    words: bool


def number(tokens: Tokens, i: int) -> Number | None:
    """The numeral at token `i`; plain figures of at most four are read here, the rest by `numeral_at`."""
    lower = tokens.lower
    if i >= len(lower):
        return None
    word = lower[i]
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if word.isalpha():
        if word in LONE and after not in CONTINUING:
            return Number(LONE[word][1], i + 1, False, True)
    elif word[0] in DIGITS and word.isdecimal() and word_at(tokens, i + 2) not in FRACTION_BARS:
        if len(word) > 4:
            return None
        ordinal = after in ORDINAL_ENDINGS and len(word) <= 3 and tokens.glued(i)
        return Number(int(word), i + 1 + ordinal, ordinal, False)
    if word in NO_NUMBER or not starts_numeral(word):
        return None
    found = numeral_at(tokens, i)
    if found is None:
        return None
    value = int(found.value) if found.value == int(found.value) else Fraction(found.value)
    return Number(value, found.last, found.ordinal, found.form == "words")


def whole(tokens: Tokens, i: int, low: int, high: int) -> tuple[int, int] | None:
    """A whole number from `low` to `high` at token `i`, and the token behind it."""
    found = number(tokens, i)
    if found is None or found.value.denominator != 1 or not low <= found.value <= high:
        return None
    return int(found.value), found.last


def phrase(tokens: Tokens, i: int, table: Phrases) -> tuple[str, int] | None:
    """The key of the longest phrase of `table` that starts at token `i`, and the token behind it."""
    if i >= len(tokens.words):
        return None
    lower = tokens.lower
    for words, key in table.get(lower[i], ()):
        if len(words) == 1 or tuple(lower[i : i + len(words)]) == words:
            return key, i + len(words)
    return None


def word_at(tokens: Tokens, i: int) -> str:
    """The token in lower case, "" outside the sentence."""
    lower = tokens.lower
    return lower[i] if 0 <= i < len(lower) else ""


def follows_glued(tokens: Tokens, i: int) -> bool:
    """Token `i` stands directly behind the one before it."""
    return 0 < i < len(tokens.words) and tokens.ends[i - 1] == tokens.starts[i]
