"""Units in their context: behind the number or in front of it, rates, and two units in one value."""

from __future__ import annotations

from decimal import Decimal
from typing import Final
from unicodedata import category

from factcheck.data import load
from factcheck.kinds.numbers.figure import DASHES, HYPHENS, Figure, over_hyphen, touching
from factcheck.kinds.numbers.nouns import noun_phrase
from factcheck.kinds.numbers.parts import feet_and_inches
from factcheck.text.numberwords import magnitude
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, noun_lemma, readings
from factcheck.units import PER, Units

_data: Final = load("measures")
_SUMS: Final = frozenset(_data["sums"].split())
SUM: Final = 100
_PER: Final = frozenset(_data["per"])
_OFTEN: Final[dict[str, str]] = dict(_data["often"])
_OCCASIONS: Final = frozenset(_data["occasions"].split())
_PER_NOUNS: Final = frozenset(_data["per_nouns"].split())
_INCH_BEFORE: Final = frozenset(_data["inch_before"])
_RACES: Final = frozenset(_data["races"])
_IN_MILLIONS: Final = frozenset(_data["in_millions"].split())
_MILLIONS_OF: Final = frozenset(_data["millions_of"].split())
_LARGE_MONEY: Final[dict[str, str]] = _data["large_money"]
_SECONDS: Final = frozenset(_data["seconds"])
_LINES: Final = frozenset(_data["lines"])
_BESIDE: Final = {
    word: (told["unit"], frozenset(told["words"].split()), frozenset(told.get("unless", "").split()))
    for word, told in _data["beside"].items()
}
_ARTICLES: Final = ("a", "an")
_UNIT_ADJECTIVES: Final = frozenset(_data["unit_adjectives"].split())
_WORDS: Final = grammar().pronouns | grammar().prepositions | grammar().auxiliaries  # "us" is no microsecond
_NO_RATE: Final = frozenset(("earlier", "ago", "later", "before", "after", "old", "previously"))
MILLION: Final = Decimal(1_000_000)
SUBJECT_REACH: Final = 6  # tokens between what is counted in millions and its number
LONGEST_SECONDS: Final = 1000
EACH: Final = frozenset(("each", "every"))
MULTIPLES: Final = {"M": MILLION, "K": Decimal(1000), "B": Decimal(1_000_000_000)}
_EACH_ONE: Final = frozenset(("apiece", *_PER))


def unit_behind(tokens: Tokens, figure: Figure, units: Units) -> None:
    """Gives the figure the unit that stands behind its number, with what it is "per"."""
    i = figure.last
    if i >= tokens.size:
        return
    words, lower = tokens.words, tokens.lower
    if feet_and_inches(tokens, figure):
        return
    at = over_hyphen(tokens, i)
    figures = figure.form != "words"
    part = figure.low < 1 and figure.digits is None
    if at == i and lower[at] == "of" and part and at + 1 < tokens.size:
        at += 1
    if lower[at] in _ARTICLES and part and at + 1 < tokens.size:
        at += 1
    if at >= tokens.size:
        return
    if at > i and category(words[at][0]) == "Sc":
        return
    if words[at] == "m" and figures and touching(tokens, at) and _millions(tokens, figure, at, units):
        unit_behind(tokens, figure, units)
        return
    if words[at] == '"' and figures and at + 1 < tokens.size and lower[at + 1] in _INCH_BEFORE:
        figure.unit, figure.last = "inch", at + 1
        return
    found = units.find(tokens, at, figures) or _multiple_code(tokens, at, figure, units)
    if found is None and lower[at] in _LARGE_MONEY and figure.low >= MILLION and figure.form != "digits":
        found = _LARGE_MONEY[lower[at]], at + 1
    if found is None and lower[at] in _UNIT_ADJECTIVES:
        found = units.find(tokens, at + 1, figures=False)
    if found is None or _sign_of_next(tokens, at) or not _meant(tokens, figure, at, found[1]):
        return
    name, behind = found
    if lower[at] in _BESIDE:
        name = _beside(tokens, at, behind) or name
    if name == "pound" and figure.low >= MILLION and lower[at].startswith("pound"):
        name = "GBP"
    figure.unit, figure.last = name, behind
    if _below_zero(tokens, behind) and units.dimension(name) in ("temperature", "angle"):
        figure.low, figure.high, figure.last = -figure.high, -figure.low, behind + 2
        return
    if name in units.currencies and behind < tokens.size and (times := magnitude(lower[behind])) > 100:
        figure.scale(Decimal(times))  # "40 EUR million"
        figure.last += 1
    rate(tokens, figure, units)


def _beside(tokens: Tokens, at: int, behind: int) -> str:
    """What a spelling at `at` means by the other words of its sentence, "" for what it always does; a weight
    is that of something ("two pounds OF apples") or stands before it ("a 300-POUND tuna")."""
    unit, words, unless = _BESIDE[tokens.lower[at]]
    if words.isdisjoint(tokens.lower) or not unless.isdisjoint(tokens.lower):
        return ""
    weight = tokens.lower[behind : behind + 1] == ["of"] or tokens.words[at - 1] in HYPHENS
    return "" if unless and weight else unit


def _below_zero(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i : i + 2] == ["below", "zero"]


def _sign_of_next(tokens: Tokens, at: int) -> bool:
    """ "1 $10 note": the sign at `at` belongs to the figures behind it."""
    sign = category(tokens.words[at][0]) == "Sc"
    return sign and touching(tokens, at + 1) and tokens.words[at + 1][0].isdecimal()


def _multiple_code(tokens: Tokens, at: int, figure: Figure, units: Units) -> tuple[str, int] | None:
    """ "30 MUSD": a currency code with its magnitude in front."""
    word = tokens.words[at]
    if len(word) == 4 and word[1:] in units.currencies and word[0] in MULTIPLES:
        figure.scale(MULTIPLES[word[0]])
        return word[1:], at + 1
    return None


def _meant(tokens: Tokens, figure: Figure, at: int, behind: int) -> bool:
    """Whether a spelling at `at` is really the unit: the short symbols are many other things as well."""
    word = tokens.words[at]
    following = tokens.lower[behind] if behind < tokens.size else ""
    joined = touching(tokens, at)
    if tokens.lower[at] in _SUMS:
        return figure.high >= SUM  # "won three crowns"
    if (
        behind == at + 1
        and touching(tokens, behind)
        and following[0].isalnum()
        and tokens.words[at][-1].isalnum()
        and word != "%"
    ):
        return False
    if word == "in" and following in DASHES and tokens.words[behind + 1 : behind + 2] != []:
        return not tokens.words[behind + 1][0].isdecimal()  # "a 1-in-3 chance"
    if word == "in":
        return (
            joined
            or not following
            or following in _INCH_BEFORE
            or not (following[0].isalnum() or following in "$£€\"“'‘(-")
        )
    if word in "′″":
        return figure.low < 1000 and following not in ("s", "'s")
    if word in _WORDS and behind == at + 1:
        return joined
    if word in "x×":
        return joined
    if len(word) > 1 or not word.isalpha():
        return True
    if word == "s":
        return "." in tokens.words[at - 1] or not joined or _seconds(tokens, figure)
    if word == "p":
        screen = tokens.words[at - 1] in _LINES and following not in _EACH_ONE
        return joined and not screen and figure.low < 1000
    if word == "G":
        return joined and figure.whole and 2 <= figure.low <= 7
    if word in ("A", "T") and not joined and following[:1].isalpha():
        return "." in tokens.words[at - 1]
    if word.isupper() and not joined:
        return (
            not (following == "." and behind + 1 < tokens.size and tokens.words[behind + 1][0].isalnum())
            and not (following.isalpha() and tokens.words[behind][0].isupper())
            and following not in DASHES
        )
    return not (word in "thdl" and not joined and following in ("'", "’", "-"))


def _seconds(tokens: Tokens, figure: Figure) -> bool:
    """ "waits 45s", "the timeout is 30s": behind a word that no decade has before it."""
    before = tokens.lower[figure.at - 1] if figure.at else ""
    return figure.whole and figure.high < LONGEST_SECONDS and before in _SECONDS


def _millions(tokens: Tokens, figure: Figure, at: int, units: Units) -> bool:
    """ "33m homes", "1m yen", "sales hit 1.4m" are million, and are made so; "100m runners" are metres."""
    if tokens.words[figure.behind - 1] in _RACES:
        return False
    start = at + 1
    while (
        start < tokens.size
        and start < at + 3
        and (tokens.lower[start] == "of" or tokens.lower[start] in grammar().determiners)
    ):
        start += 1
    for behind in range(start, min(start + 3, tokens.size)):
        if tokens.lower[behind] in _MILLIONS_OF or (
            behind == at + 1 and units.find(tokens, behind, figures=False)
        ):
            return _in_millions(figure, at + 1)
        if not tokens.words[behind][0].isalpha() or tokens.lower[behind] in grammar().prepositions:
            break
    ends = at + 1 >= tokens.size or not tokens.words[at + 1][0].isalpha()
    before = tokens.lower[max(0, figure.first - SUBJECT_REACH) : figure.first]
    return _in_millions(figure, at + 1) if ends and not _IN_MILLIONS.isdisjoint(before) else False


def _in_millions(figure: Figure, last: int) -> bool:
    figure.scale(MILLION)
    figure.last = figure.behind = last
    figure.form = "mixed"
    return True


# ---------------------------------------------------------------- rates


def rate(tokens: Tokens, figure: Figure, units: Units) -> None:
    """Takes in "per hour", "/h", "a year", "-a-share" behind the figure's unit."""
    i = at_unit = over_hyphen(tokens, figure.last)
    if i < tokens.size and tokens.lower[i] == "of":
        thing = noun_phrase(tokens, i + 1, figure)
        i = thing[1] if thing is not None and thing[1] - i <= 3 else i
    if i < tokens.size and (often := _OFTEN.get(tokens.lower[i])) and figure.unit in units.currencies:
        figure.unit, figure.per = f"{figure.unit}{PER}{often}", often
        return
    if i + 1 >= tokens.size or figure.unit is None:
        return
    if tokens.lower[i] == "for" and tokens.lower[i + 1] in EACH and _is_money(figure, units):
        figure.per = _paid_for(tokens, i + 2)
        figure.unit = f"{figure.unit}{PER}{figure.per}" if figure.per else figure.unit
        return
    if tokens.lower[i] not in _PER:
        return
    word = tokens.lower[i]
    if i > at_unit and word in EACH:  # "150 mg of the drug every month": a dose, and how often
        return
    at = over_hyphen(tokens, i + 1)
    found = _below(tokens, at, word, units, units.dimension(figure.unit).startswith("currency"))
    if found is None:
        return
    name, behind = found
    if word in _ARTICLES and behind < tokens.size and tokens.lower[behind] in _NO_RATE:
        return
    figure.unit, figure.per, figure.last = (
        f"{figure.unit}{PER}{name}",
        name,
        max(figure.last, behind if i == at_unit else 0),
    )


def _is_money(figure: Figure, units: Units) -> bool:
    return units.dimension(figure.unit).startswith("currency")


def _paid_for(tokens: Tokens, at: int) -> str:
    """ "£2 for each SHARE", "| of their SHARES": what a sum is paid for, "" for nothing known."""
    if tokens.lower[at : at + 1] == ["of"]:
        at += 1 + (tokens.lower[at + 1 : at + 2] != [] and tokens.lower[at + 1] in grammar().determiners)
    noun = noun_lemma(tokens.lower[at]) if at < tokens.size else ""
    return noun if noun in _PER_NOUNS else ""


def _below(tokens: Tokens, at: int, word: str, units: Units, money: bool) -> tuple[str, int] | None:
    """What stands below the stroke: a unit, or a noun behind "per"."""
    found = units.find(tokens, at, figures=word in ("/", "per") and tokens.lower[at] not in _WORDS)
    noun = tokens.lower[at]
    if found is not None and found[0] not in units.minor and found[0] not in ("percent", "ppm"):
        timed = units.dimension(found[0]) == "time"
        distance = (
            units.dimension(found[0]) == "volume"
            and tokens.lower[at - 2 : at - 1] != []
            and word in _ARTICLES
            and not money
        )
        if word in ("per", "/") or timed or money or distance:
            return (found[0], found[1]) if not (word == "/" and not touching(tokens, at)) or timed else None
        return None
    if word == "per" and noun.isalpha() and noun not in ("cent", "se", "capita"):
        behind = (
            at + 2
            if at + 1 < tokens.size
            and readings(tokens.lower[at + 1])[:1] == "n"
            and noun not in _PER_NOUNS
            and "a" in readings(noun)
            else at + 1
        )
        return tokens.surface(at, behind).lower(), behind
    if word == "per" and noun == "capita":
        return "person", at + 1
    if word != "/" and noun in _OCCASIONS:
        return noun, at + 1
    if money and noun in _PER_NOUNS and (word != "/" or touching(tokens, at)):
        return noun, at + 1
    return None


def rate_of_count(tokens: Tokens, figure: Figure, units: Units) -> None:
    """ "308 people per square mile", "20 units a day", "20 units daily": the counted noun over a unit."""
    assert figure.noun is not None
    i = figure.noun[1]
    if i < tokens.size and figure.noun[0] >= figure.last and (often := _OFTEN.get(tokens.lower[i])):
        figure.unit, figure.per, figure.last = f"{tokens.surface(*figure.noun)}{PER}{often}", often, i
        return
    if i + 1 >= tokens.size or tokens.lower[i] not in _PER or figure.noun[0] < figure.last:
        return
    found = _below(tokens, i + 1, tokens.lower[i], units, money=False)
    if found is None or tokens.words[i + 1][0].isdecimal():
        return
    told_when = tokens.lower[i] in _ARTICLES and _NO_RATE.intersection(tokens.lower[found[1] : found[1] + 1])
    if not told_when:  # "lost 300 sheep a week ago"
        figure.per, figure.last = found
        figure.unit = f"{tokens.surface(*figure.noun)}{PER}{figure.per}"


# ---------------------------------------------------------------- in front


def unit_before(tokens: Tokens, figure: Figure, units: Units) -> bool:
    """ "Mach 5", "magnitude 7.2", "magnitude-7.2": a unit in front of the number."""
    i = figure.first - 1
    if tokens.lower[max(0, i - 1) : i + 1] == ["factor", "of"]:
        figure.unit = "times"  # "grew by a factor of three"
        return True
    if i > 0 and tokens.words[i] in DASHES and touching(tokens, i) and touching(tokens, i + 1):
        i -= 1
    if i < 0 or figure.low < 0:
        return False
    unit = units.before.get(tokens.lower[i])
    if unit is None:
        return False
    figure.unit, figure.first, figure.prefixed = unit, i, True
    return True
