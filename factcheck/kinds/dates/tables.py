"""The word lists of `data/calendar.yaml`, `seasons.yaml` and `holidays.yaml` as look-ups by token."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, NamedTuple

from factcheck.data import load
from factcheck.text.numberwords import CONTINUING, LONE
from factcheck.text.numerals import numeral_at, starts_numeral
from factcheck.text.tokens import Tokens

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]

_data: Final[dict[str, Any]] = load("calendar")


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


MONTHS: Final = {word: int(number) for word, number in _inverse(_data["months"]).items()}
WEEKDAYS: Final = {word: int(number) for word, number in _inverse(_data["weekdays"]).items()}
DOUBTFUL: Final = frozenset(_data["doubtful"])
UNITS: Final = _inverse(_data["units"])
DAYPARTS: Final = {word: (low, high) for low, high, *words in _data["dayparts"] for word in words}
MEALS: Final = frozenset(_data["meals"])
INSTANTS: Final = _inverse(_data["instants"])
HALVES: Final = _inverse(_data["halves"])
OCLOCK: Final = frozenset(_data["oclock"])
DAYS: Final = {word: int(offset) for word, offset in _inverse(_data["days"]).items()}
TONIGHT: Final = frozenset(_data["tonight"])
NOW_WORDS: Final = frozenset(_data["now"])
PRESENTLY: Final = _phrases({"now": _data["presently"]})
THIS: Final = frozenset(_data["this"])
LAST: Final = frozenset(_data["last"])
NEXT: Final = frozenset(_data["next"])
PAST: Final = frozenset(_data["past"])
AHEAD: Final = frozenset(_data["ahead"])
PARTS: Final = _inverse(_data["parts"])
EDGES: Final = _inverse(_data["edges"])
PORTIONS: Final = frozenset(_data["portions"])
PARTWAY: Final = frozenset(_data["partway"])
OPENING: Final = frozenset(_data["opening"])
CLOSING: Final = frozenset(_data["closing"])
EARLIER: Final = frozenset(_data["earlier"])
LATER: Final = frozenset(_data["later"])
REST: Final = frozenset(_data["rest"])
BOUNDS: Final = _phrases(_data["bounds"])
COMPARED: Final = _phrases(_data["compared"])
HEDGES: Final = _phrases(_data["hedges"])
TRAILING: Final = _phrases(_data["trailing"])
SO_FAR: Final = _phrases({"now": _data["so_far"]})
WEEK_OF: Final = _phrases(_data["week_of"])
DAY_ENDS: Final = _phrases(_data["day_ends"])
UNIT_ENDS: Final = _inverse(_data["unit_ends"])
LAST_ONES: Final = frozenset(_data["last_ones"])
WEEK_NUMBERS: Final = frozenset(_data["week_numbers"])
SEASONAL: Final = frozenset(_data["seasonal"])
ERAS: Final = frozenset(_data["eras"])
MIDWAY: Final = frozenset(_data["midway"])
SMALL_HOURS: Final = _phrases({"hours": _data["small_hours"]})
LIGHTS: Final = frozenset(_data["lights"])
TIME_ZONES: Final = frozenset(_data["time_zones"])
ZONE_NAMES: Final = frozenset(_data["zone_names"])
LONG: Final = _inverse(_data["long"])
SAME_TIME: Final = _phrases({"same": _data["same_time"]})
TO_DATE: Final = _inverse(_data["to_date"])
ABOUT: Final = frozenset(_data["about"])
AGO: Final = _phrases({"ago": _data["ago"], "later": _data["after"], "earlier": _data["earlier_by"]})
COUNTED: Final = _phrases(_data["counted"])
EACH: Final = frozenset(_data["each"])
HOW_OFTEN: Final = frozenset(_data["how_often"])
REPEATED: Final = _phrases(_data["repeated"])
WHOLE: Final = frozenset(_data["whole"])
WORKING: Final = frozenset(_data["working"])
DECADES: Final = {word: int(number) for word, number in _inverse(_data["decades"]).items()}
FISCAL: Final = _phrases({"year": _data["fiscal"]})
FUTURE_WORDS: Final = frozenset(_data["future_words"])
PAST_WORDS: Final = frozenset(_data["past_words"])
SEASONS: Final = {word: int(entry[0]) for entry in load("seasons").values() for word in entry[1:]}
HOLIDAYS: Final = _phrases(load("holidays"))
ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
YEARS: Final = range(1000, 2200)
DIGITS: Final = "0123456789"
NO_NUMBER: Final = frozenset(("a", "an", "+", "-", "−"))
FRACTION_BARS: Final = ("/", "⁄")
POSSESSIVES: Final = frozenset(("my", "your", "his", "her", "its", "our", "their"))
HYPHENS: Final = frozenset("-‐‑–—−")


def _words(data: Any) -> set[str]:
    """Every word of a file's lists and phrases."""
    if isinstance(data, str):
        return {token for word in data.split() for token in _split(word)}
    return set().union(*map(_words, data.values() if isinstance(data, dict) else data))


WORDS: Final = (
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
