"""Numbers that are no claims by the words around them, each with its reason: name, label, year, score …

What is glued to a number tells in `glued`.
"""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers import locators, nouns
from factcheck.kinds.numbers.figure import HYPHENS, Figure, touching
from factcheck.kinds.numbers.phrases import forward, tree
from factcheck.text.namelists import name_lists
from factcheck.text.numberwords import RANKS, TRIGGERS
from factcheck.text.tokens import Tokens
from factcheck.text.words import is_plural, noun_lemma, readings, small_words

_data: Final = load("incidental")
_LABELS: Final = frozenset(_data["labels"].split())
_CAPTIONS: Final = frozenset(_data["captions"].split())
_MAKERS: Final = frozenset(_data["makers"].split())
_YEAR_BEFORE: Final = frozenset(_data["year_before"].split())
_SCORE: Final = frozenset(_data["score"].split())
_CLOCK: Final = frozenset(_data["clock"])
_IDIOMS: Final = frozenset(_data["idioms"])
_IDIOM_STARTS: Final = frozenset(
    idiom.split("/")[0].split("-")[0].split("x")[0].split("×")[0] for idiom in _IDIOMS
)
_IDLE: Final = frozenset(_data["idle"].split())
_RANKED: Final = frozenset(_data["ranked"].split())
_ERAS: Final = frozenset(("bc", "bce", "ad", "ce"))
_SAYINGS: Final = tree({"idiom": _data["sayings"]})
_SAID: Final = frozenset(_data["sayings"].replace(",", " ").split()) & frozenset((*TRIGGERS, *RANKS))
_PRONOUN_AFTER: Final = frozenset(_data["pronoun_after"].split())
_VAGUE_ONE: Final = frozenset(_data["vague_one"].split())
_PRONOUN_BEFORE: Final = frozenset(_data["pronoun_before"].split())
_TURNS: Final = {word: frozenset(nouns.split()) for word, nouns in _data["turns"].items()}
_COUNTED: Final = frozenset(load("measures")["millions_of"].split())
_ELLIPTIC: Final = frozenset(load("measures")["elliptic"].split())
FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2100
LONG_WORD: Final = 4  # letters; prepositions up to these stay small in headlines


def scores(tokens: Tokens, figures: list[Figure]) -> None:
    """ "won 6-4, 3-6, 7-5": a pair of numbers beside a score is one as well."""
    known = {figure.last for figure in figures if figure.incidental == "score"}
    if not known:
        return
    for left, figure, right in zip([None, *figures], figures, [*figures[1:], None], strict=False):
        beside = (left is not None and left.incidental == "score" and figure.first - left.last == 1) or (
            right is not None and right.last in known and right.first - figure.last == 1
        )
        if (
            beside
            and figure.is_range
            and figure.form == "digits"
            and figure.unit is None
            and figure.high < 100
        ):
            figure.incidental = "score"


def idiom(tokens: Tokens, figure: Figure) -> bool:
    """ "9/11", "24/7": takes in all of it."""
    if tokens.words[figure.first] not in _IDIOM_STARTS:
        return False
    for last in (figure.first + 3, figure.first + 1):
        if last <= tokens.size and tokens.surface(figure.first, last) in _IDIOMS:
            figure.incidental, figure.last, figure.behind = "idiom", last, last
            return True
    return False


def saying(tokens: Tokens, figure: Figure) -> bool:
    """ "forty winks", "at the eleventh hour": a number in words within a turn of speech."""
    if figure.form != "words" or _SAID.isdisjoint(tokens.lower[figure.at : figure.last]):
        return False
    for at in range(max(0, figure.at - 2), figure.last):
        found = forward(_SAYINGS, tokens.lower, at)
        if found is not None and found[1] >= figure.last:
            figure.incidental, figure.last, figure.behind = "idiom", found[1], found[1]
            return True
    return False


def _in_caption(tokens: Tokens, figure: Figure, before: str) -> bool:
    """ "Slideshow (3 images)": what a page counts of itself."""
    if (
        before not in ("(", "[")
        or figure.noun is None
        or tokens.lower[figure.noun[1] :][:1] not in ([")"], ["]"])
    ):
        return False
    return noun_lemma(tokens.lower[figure.noun[1] - 1]) in _CAPTIONS


def reason(tokens: Tokens, figure: Figure) -> str:
    """Why a number without a unit is no claim, judged by the words around it; "" when it is one."""
    lower, words = tokens.lower, tokens.words
    before = lower[figure.first - 1] if figure.first > 0 else ""
    after = lower[figure.last] if figure.last < tokens.size else ""
    if figure.voted:
        return ""
    if (
        figure.first == 0
        and figure.form == "digits"
        and after in (".", ")")
        and figure.last + 1 < tokens.size
        and figure.whole
        and figure.noun is None
    ):
        return "list-number"
    if figure.form != "digits":
        if _title(tokens, figure):
            return "name"
        if _said(tokens, figure, before):
            return "idiom"
        return _pronoun(tokens, figure, before, after) or (
            "label" if not figure.vague and _label(tokens, figure, before) else ""
        )
    if _clock(tokens, figure, after):
        return "time"
    if (figure.is_range or before in locators.WORDS) and _label(tokens, figure, before):
        return locators.LOCATOR if before in locators.WORDS else "label"  # "Listing 3-5", "rooms 5-7"
    if (
        figure.is_range
        and (figure.noun is None or figure.noun[0] > figure.last)
        and _names_range(tokens, figure, before)
    ):
        return "label"  # "Listing 3-5", "lines 5-7", "No. 21-1234", "Boeing 737-800"
    if figure.noun is not None and lower[figure.noun[0]] in _ERAS:
        return "year"  # "around 1300 BC"
    if figure.bound != "exact" or figure.low < 0 or nouns.is_elliptic(tokens, figure):
        return ""
    if words[figure.at][0] == "0" and words[figure.at].isdecimal() and len(words[figure.at]) > 2:
        return "code"  # "007", "U+0060"
    if before == "[" and after == "]" and not _is_told(tokens, figure.last + 1):
        return locators.LOCATOR  # "… is set [3]."
    if before in ("#", "№", "§") or _label(tokens, figure, before) or _in_caption(tokens, figure, before):
        return "label"
    if _year(tokens, figure, before):
        return "year"
    if (
        figure.noun is not None
        and words[figure.noun[0]][0].isupper()
        and not is_plural(lower[figure.noun[1] - 1])
    ):
        if before not in name_lists().striking:
            return "name"
        figure.noun = None  # "Toll hits 43 Monitor says …": the next statement
    if before in name_lists().striking:
        return ""
    if before in ("a", "an") and figure.noun is None and figure.whole and figure.last == figure.behind:
        return "name"  # "it returned a 404"
    if _model(tokens, figure) or _club(tokens, figure, before):
        return "name"
    if figure.noun is None or not _counts(tokens, figure):
        name = (
            figure.first > 0
            and words[figure.first - 1][0].isupper()
            and words[figure.first - 1][-1].isalpha()
        )
        small = figure.first == 1 and before != "the" and before in small_words()  # "Another 12 were hurt"
        if name and not small and not (figure.first == 1 and readings(before)[:1] not in ("n", "")):
            return "name"
    elif before in _MAKERS:
        return "name"
    return ""


def _is_told(tokens: Tokens, at: int) -> bool:
    """Whether a word stands at `at`: "we lost [12] planes"."""
    return at < tokens.size and tokens.words[at][0].isalnum()


def _names_range(tokens: Tokens, figure: Figure, before: str) -> bool:
    if before == "." and figure.first > 1:
        before = tokens.lower[figure.first - 2]
        return before in ("no", "nos", "vol", "pp")
    return before in _LABELS and all(end == end.to_integral_value() for end in (figure.low, figure.high))


def _model(tokens: Tokens, figure: Figure) -> bool:
    """ "a Fiat 500 and two bicycles": behind an article and a name the number counts nothing behind it."""
    i = figure.at - 1
    if i < 1 or not tokens.words[i][0].isupper() or tokens.lower[i - 1] not in ("a", "an"):
        return False
    return figure.noun is None or figure.noun[0] != figure.last


def _club(tokens: Tokens, figure: Figure, before: str) -> bool:
    """ "the Group of 20"."""
    i = figure.at - 2
    return i > 0 and before == "of" and tokens.words[i] == "Group" and figure.noun is None


def _title(tokens: Tokens, figure: Figure) -> bool:
    """ "the Big Three", "Ocean's Eleven": a number in capitals beside a capital, within a sentence."""
    first, words = figure.at, tokens.words
    if figure.vague or figure.bound != "exact" or first == 0 or not words[first][0].isupper():
        return False
    if tokens.lower[first - 1] in name_lists().striking:
        return False  # "Blast Kills Two in Lund"
    if tokens.lower[first - 1] == "of" and first > 1 and words[first - 2][0].isupper():
        return True  # "the Group of Seven"
    if figure.noun is None:
        return words[first - 1][0].isupper() or tokens.lower[first - 1] == "'s"
    named = words[figure.noun[0]][0].isupper() and tokens.lower[first - 1] != "."
    return tokens.lower[first - 1] == "'s" or (named and _told_plainly(tokens))


def _told_plainly(tokens: Tokens) -> bool:
    """Whether longer words stand in small letters, as they do not in a headline in capitals."""
    return any(len(word) > LONG_WORD and word.islower() and not word.endswith("ly") for word in tokens.words)


def _said(tokens: Tokens, figure: Figure, before: str) -> bool:
    """ "at one point", "one day", "a six-figure sum": turns of speech."""
    if figure.noun is None or figure.behind - figure.at != 1 or figure.bound != "exact":
        return False
    noun = tokens.lower[figure.noun[1] - 1]
    if tokens.words[figure.last] in HYPHENS and (not figure.low or noun in _IDLE):
        return True  # "a zero-sum game", "a two-way street"
    if noun in ("figure", "figures") and 3 < figure.low < 10:
        return True
    return figure.low == 1 and noun in _TURNS.get(before, _TURNS["anywhere"] if figure.first == 0 else ())


def _counts(tokens: Tokens, figure: Figure) -> bool:
    """Whether the counted noun is a plural, or in lower case, as behind a real count."""
    assert figure.noun is not None
    head = figure.noun[1] - 1
    return is_plural(tokens.lower[head]) or (
        tokens.words[head][0].islower() and (figure.low == 1 or tokens.words[figure.noun[0]][0].islower())
    )


def _label(tokens: Tokens, figure: Figure, before: str) -> bool:
    if before == "." and figure.first > 1 and tokens.lower[figure.first - 2] in _LABELS:
        return tokens.lower[figure.first - 2] in (
            "no",
            "nos",
            "vol",
            "fig",
            "p",
            "pp",
            "art",
            "sec",
            "ch",
            "cat",
        )
    if before == "number" and _is_numbered(tokens, figure.first - 1):
        return False
    if before not in _LABELS or figure.low > 100000 or (not figure.whole and figure.form == "words"):
        return False
    singular = not before.endswith("s") or before in ("class", "series") or before in locators.WORDS
    if figure.first == 1 and singular and figure.form == "digits":
        return True  # "Room 101 holds …", "Chapter 11 filings rose": no noun begins a sentence bare
    if figure.noun is None or (figure.first > 1 and tokens.words[figure.first - 1][0].isupper()):
        return True
    return singular and not (
        is_plural(tokens.lower[figure.noun[1] - 1]) and tokens.words[figure.noun[0]].islower()
    )


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Whether "number" is a verb: "the dead number 26", "who number 26", "believed to number three"."""
    before = tokens.lower[at - 1] if at else ""
    if before in ("who", "which", "that", "to", "they", "now"):
        return True
    told = is_plural(before) or before in _ELLIPTIC
    return told and not tokens.words[at][0].isupper()


def _clock(tokens: Tokens, figure: Figure, after: str) -> bool:
    return after in _CLOCK and figure.low < 2400


def _year(tokens: Tokens, figure: Figure, before: str) -> bool:
    """A bare number of four figures that can be a year, and no count of people or things."""
    written = tokens.words[figure.at]
    if (
        not (len(written) == 4 and written.isdecimal() and FIRST_YEAR <= figure.low <= LAST_YEAR)
        or figure.behind - figure.at > 1
    ):
        return False
    if figure.noun is None:
        return True
    recent = 1900 <= figure.low <= 2050
    head = tokens.lower[figure.noun[1] - 1]
    counted = is_plural(head) and (figure.low % 100 == 0 or head in _COUNTED)
    return before in _YEAR_BEFORE or (recent and not counted)


def named(tokens: Tokens, figure: Figure) -> bool:
    """ "Boeing 777F", "seat, 23F", "room 12B": a letter behind a number that belongs to a name is neither
    unit nor magnitude."""
    i = figure.at - 1
    i -= i > 0 and tokens.words[i] == ","
    letter = figure.at + 1
    if i < 0 or tokens.lower[i] not in _LABELS or figure.last != letter + 1:
        return False
    return len(tokens.words[letter]) == 1 and tokens.words[letter].isupper() and touching(tokens, letter)


def _pronoun(tokens: Tokens, figure: Figure, before: str, after: str) -> str:
    """ "no one", "one another", "this one", "one can say": not a number."""
    if figure.behind - figure.at != 1 or tokens.lower[figure.at] != "one":
        return ""
    if after == "of" and figure.noun is not None and tokens.lower[figure.noun[1] - 1] in _VAGUE_ONE:
        return "pronoun"
    if after == "of" or (after == "'s" and figure.noun is None):
        return "" if after == "of" and before not in ("no", "any", "every", "each") else "pronoun"
    if before in _PRONOUN_BEFORE and figure.noun is None:
        return "pronoun"
    if before in ("no", "any", "every", "each", "some"):
        return "pronoun"
    if after == "-" and figure.noun is not None:
        return ""
    if after in _PRONOUN_AFTER or not after or figure.noun is None:
        return "pronoun"
    return "" if _counts_one(tokens, figure) else "pronoun"


def _counts_one(tokens: Tokens, figure: Figure) -> bool:
    assert figure.noun is not None
    return not is_plural(tokens.lower[figure.noun[1] - 1]) or tokens.lower[figure.last] in ("-", "more", "of")


def ranked(tokens: Tokens, figure: Figure) -> bool:
    """ "5th Avenue", "the 101st Airborne": an ordinal with a capital behind it that names it."""
    noun = figure.noun
    return (
        noun is not None and tokens.lower[noun[1] - 1] in _RANKED and tokens.words[noun[1] - 1][0].isupper()
    )
