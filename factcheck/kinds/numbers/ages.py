"""Ages: "45-year-old", "aged 45", "3 years of age", "under the age of 21", "Ann Smith, 45,"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import HYPHENS, Figure, over_hyphen, touching
from factcheck.text.namelists import name_lists
from factcheck.text.tokens import Tokens
from factcheck.text.words import PARTICIPLE, PAST, grammar, is_plural, noun_lemma, readings

TIMES: Final = frozenset(("year", "month", "week", "day"))
OLD: Final = frozenset(("old", "olds"))
AGED: Final = frozenset(("aged", "age", "ages"))
AGE_NOUNS: Final = frozenset(("age", "ages"))
OLDER: Final = frozenset(("older", "younger"))
OLDEST: Final = 110
ADULT: Final = 13  # up to twelve it may be the hour of a death
PARENTS: Final = frozenset(load("measures")["parents"].split())
AT_AGE: Final = frozenset(load("measures")["at_age"].split())
CLOSING: Final = frozenset((",", ".", ";", ")", "who"))
GENDERED: Final = frozenset(load("honorifics")["gendered"])
PERSONS: Final = (
    GENDERED
    | {noun for group in load("groups").values() for noun in group if " " not in noun}
    | frozenset(load("measures")["persons"].split())
)
ANYONE: Final = frozenset(("he", "she", "you", "they", "who", "i"))
ELDEST: Final = frozenset(("oldest", "youngest", "eldest"))
ELDEST_REACH: Final = 8  # tokens between "the oldest" and the age
OWNERS: Final = frozenset(("his", "her", "their", "my", "your", "our"))
ALL_OF_THEM: Final = frozenset(("both", "now", "then"))
PARTS: Final = frozenset(("early", "mid", "late"))
TENS: Final = range(10, 110, 10)
DECADES: Final = {
    f"{word[:-1]}ies": Decimal(value) for word, value in load("numerals")["tens"].items() if word[-1] == "y"
}
TELLING: Final = frozenset(("said", "who", "told", "says"))


def read_age(tokens: Tokens, figure: Figure) -> None:
    """Marks a figure as an age where the words around it say so, and takes those words in."""
    if (
        _tens_of_life(tokens, figure)
        or _and_older(tokens, figure)
        or figure.incidental
        or figure.ordinal
        or figure.low < 0
    ):
        return
    if figure.unit in TIMES and (_old_behind(tokens, figure) or _aged_before(tokens, figure)):
        figure.age = True
    elif (figure.unit is None and figure.noun is None) or (figure.unit is None and _apposed(tokens, figure)):
        if any(
            check(tokens, figure)
            for check in (_aged_before, _apposed, _turned, _of_person, _died, _at_first, _of_eldest)
        ):
            figure.age, figure.unit = True, "year"
    elif figure.unit is None and (_aged_before(tokens, figure) or _of_age(tokens, figure)):
        figure.age, figure.unit, figure.noun = True, "year", None


def _old_behind(tokens: Tokens, figure: Figure) -> bool:
    i = over_hyphen(tokens, figure.last)
    lower, size = tokens.lower, tokens.size
    if i < size and lower[i] in OLD:
        figure.last = i + 1
        return True
    if i + 1 < size and lower[i] == "of" and lower[i + 1] == "age":
        figure.last = i + 2
        return True
    return lower[figure.last - 1] == "yo"


def _tens_of_life(tokens: Tokens, figure: Figure) -> bool:
    """ "in his 50s", "in their early 20s": from 50 to 59."""
    i, last = figure.at - 1, figure.last
    i -= i > 0 and tokens.words[i] in HYPHENS
    i -= i > 0 and tokens.lower[i] in PARTS
    if i < 1 or tokens.lower[i] not in OWNERS or tokens.lower[i - 1] not in ("in", "into"):
        return False
    if tokens.lower[last : last + 1] != ["s"] or figure.form != "digits" or figure.low not in TENS:
        return False
    figure.high, figure.last, figure.first = figure.low + 9, last + 1, i
    figure.age, figure.unit, figure.incidental, figure.bound = True, "year", "", "between"
    return True


def decade_at(tokens: Tokens, i: int) -> Figure | None:
    """ "in her fifties", "in his late thirties"."""
    low = DECADES.get(tokens.lower[i])
    first = i - 1
    first -= first > 0 and tokens.words[first] in HYPHENS
    first -= first > 0 and tokens.lower[first] in PARTS
    if low is None or first < 1 or tokens.lower[first] not in OWNERS:
        return None
    if tokens.lower[first - 1] not in ("in", "into"):
        return None
    figure = Figure(first, i + 1, low, low + 9, "words", None)
    figure.at, figure.age, figure.unit, figure.bound = i, True, "year", "between"
    return figure


def _and_older(tokens: Tokens, figure: Figure) -> bool:
    """ "the over-65s", "under 18s"."""
    i, last = figure.at - 1, figure.last
    i -= i > 0 and tokens.words[i] in HYPHENS
    if i < 0 or tokens.lower[i] not in ("over", "under") or tokens.lower[last : last + 1] != ["s"]:
        return False
    if figure.form != "digits" or not figure.whole or figure.high > OLDEST or not touching(tokens, last):
        return False
    over = tokens.lower[i] == "over"
    figure.bound, figure.low_open, figure.high_open = ("at_least" if over else "at_most"), over, not over
    figure.first, figure.last, figure.age, figure.unit, figure.incidental = i, last + 1, True, "year", ""
    return True


def listed(tokens: Tokens, figures: list[Figure]) -> None:
    """ "42, 37 and 9 years old": the last of a list says of all that they are ages."""
    for left, right in zip(figures[-2::-1], figures[:0:-1], strict=True):
        if right.age and left.unit == right.unit and not left.per and left.last == left.behind:
            between = tokens.lower[left.last : right.first]
            left.age = left.age or between in ([","], ["and"], ["or"], [",", "and"])


def _of_person(tokens: Tokens, figure: Figure) -> bool:
    """ "a woman of 34"."""
    i = figure.first - 1
    if i < 2 or tokens.lower[i] != "of" or not figure.whole or not 0 < figure.low <= OLDEST:
        return False
    person = tokens.lower[i - 1]
    if person in PARENTS and figure.low < ADULT:
        return False  # "a mother of two"
    following = tokens.lower[figure.last] if figure.last < tokens.size else "."
    alone = not following[0].isalnum() or following in grammar().auxiliaries | grammar().prepositions
    alone = alone or readings(following)[:1] in (PAST, PARTICIPLE)
    return person in GENDERED and not is_plural(person) and alone


def _younger(tokens: Tokens, figure: Figure) -> bool:
    """ "anyone younger than 25 needs …": compared by age whatever follows."""
    i = figure.first
    return i > 1 and tokens.lower[i - 1] == "than" and tokens.lower[i - 2] in ("younger", "older")


def _of_age(tokens: Tokens, figure: Figure) -> bool:
    """An age although a noun stands behind, by the word in front."""
    before = tokens.lower[figure.first - 1] if figure.first else ""
    if before == "of":
        return _of_person(tokens, figure)
    return _younger(tokens, figure) if before == "than" else _age_group(tokens, figure)


def _age_group(tokens: Tokens, figure: Figure) -> bool:
    """ "the 12-14 age group"."""
    noun = figure.noun
    return noun is not None and noun[0] == figure.last and tokens.lower[noun[0] : noun[1]][:1] == ["age"]


def _aged_before(tokens: Tokens, figure: Figure) -> bool:
    """ "aged 45", "age 45", "the age of 45", "ages 3 to 5", "aged between 3 and 5"."""
    lower = tokens.lower
    i = figure.first - 1
    i -= i > 0 and lower[i] in ("just", "only")
    i -= i > 0 and lower[i] == ":" and lower[i - 1] in AGE_NOUNS  # "Minimum age: 16"
    if i < 0:
        return False
    if lower[i] == "of" and i > 0 and lower[i - 1] in AGE_NOUNS:
        figure.first = i - 1 - (i > 1 and lower[i - 2] in ("the", "an"))
        return True
    if lower[i] in AGED and figure.high <= OLDEST:
        figure.first = i
        return True
    return False


def older(tokens: Tokens, figure: Figure) -> None:
    """ "65 or older", "younger than 15": the bound says that it is an age; "older than 3.11" is a version."""
    said = (tokens.lower[figure.last - 1], tokens.lower[figure.first])
    if (
        figure.unit is None
        and figure.whole
        and figure.noun is None
        and not figure.incidental
        and figure.high <= OLDEST
        and not OLDER.isdisjoint(said)
    ):
        figure.age, figure.unit = True, "year"


def of_persons(tokens: Tokens, figure: Figure) -> None:
    """ "children under 12", "if you are under 16": a bound on persons without a unit is their age."""
    i = figure.first - 1
    if i < 0 or figure.unit not in (None, "year") or figure.incidental or figure.high > OLDEST:
        return
    if not figure.whole or tokens.lower[figure.first] not in ("under", "over", "up"):
        return
    of_whom = i > 0 and tokens.lower[i] in grammar().be and tokens.lower[i - 1] in ANYONE
    if not of_whom and noun_lemma(tokens.lower[i]) not in PERSONS:
        return
    if figure.noun is None or not is_plural(tokens.lower[figure.noun[1] - 1]):
        figure.age, figure.unit, figure.noun = True, "year", None


def _turned(tokens: Tokens, figure: Figure) -> bool:
    """ "turned 45", "she was 17 when"."""
    i = figure.first - 1
    return (
        i >= 0
        and (tokens.lower[i] in ("turned", "turns") or _of_whom(tokens, i, figure.last))
        and 0 < figure.low <= OLDEST
        and figure.whole
        and (tokens.lower[i] not in ("turned", "turns") or _ends(tokens, figure))
    )


def _of_whom(tokens: Tokens, i: int, last: int) -> bool:
    """ "he was", "Ann Smith is" with nothing but "when" or an end behind the number."""
    if i < 1 or tokens.lower[i] not in ("was", "is"):
        return False
    named = i > 1 and all(word[0].isupper() and word.isalpha() for word in tokens.words[i - 2 : i])
    told_of = tokens.lower[last : last + 1] in (["when"], ["and"])
    known = named and (tokens.lower[i - 2] in name_lists().given or told_of)
    told = tokens.lower[i - 1] in ("he", "she", "who") or known
    return told and (last >= tokens.size or tokens.lower[last] in (".", ",", "when", "and"))


def _died(tokens: Tokens, figure: Figure) -> bool:
    """ "died at 63", "retired at 58"; "the number of dead at 63" is none."""
    i = figure.first - 1
    if i < 1 or tokens.lower[i] != "at" or tokens.lower[i - 1] not in AT_AGE:
        return False
    if i > 1 and tokens.lower[i - 2] in grammar().determiners | grammar().prepositions:
        return False
    return figure.whole and ADULT <= figure.low <= OLDEST and _ends(tokens, figure)


def _at_first(tokens: Tokens, figure: Figure) -> bool:
    """ "At 92, she still paints", "At fourteen Lena Orvik left home"."""
    if figure.first != 1 or tokens.lower[0] != "at" or not figure.whole or figure.high > OLDEST:
        return False
    i = figure.last
    if tokens.lower[i : i + 1] in (["he"], ["she"]):
        return figure.low >= ADULT
    i += tokens.lower[i : i + 1] == [","]
    named = tokens.lower[i : i + 1] and tokens.lower[i] in name_lists().given and tokens.words[i][0].isupper()
    return bool(named and figure.low >= ADULT) or tokens.lower[figure.last : i + 1] in (
        [",", "he"],
        [",", "she"],
    )


def _of_eldest(tokens: Tokens, figure: Figure) -> bool:
    """ "The oldest of them is 58", "the youngest 22"."""
    before = tokens.lower[max(0, figure.first - ELDEST_REACH) : figure.first]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in ELDEST), -1)
    joined = tokens.lower[figure.last : figure.last + 1] == ["and"]
    if at < 0 or not (figure.whole and 0 < figure.low <= OLDEST and (joined or _ends(tokens, figure))):
        return False
    behind = before[at + 1 :]
    return not behind or (behind[-1] in grammar().be and CLOSING.isdisjoint(behind))


def _ends(tokens: Tokens, figure: Figure) -> bool:
    return (
        figure.last >= tokens.size
        or not tokens.words[figure.last][0].isalpha()
        or tokens.lower[figure.last] in ("in", "on", "last", "this", "yesterday", "when")
    )


def _apposed(tokens: Tokens, figure: Figure) -> bool:
    """A bare number between commas behind a name or a person: ", 45,"; bare before "said" or "who"."""
    i = figure.first
    i -= i > 2 and tokens.lower[i - 1] in ALL_OF_THEM and tokens.words[i - 2] == ","
    if (
        i < 2
        or (figure.form != "digits" and tokens.lower[i - 2] not in PERSONS)
        or figure.is_range
        or figure.bound != "exact"
    ):
        return False
    if tokens.words[i - 1] != "," and not _told(tokens, figure):
        return False
    at = i - 2 if tokens.words[i - 1] == "," else i - 1
    name = tokens.words[at]
    several = i < figure.first and noun_lemma(tokens.lower[at]) in PERSONS
    person = (name[0].isupper() and name[-1].isalpha()) or several or tokens.lower[at] in PERSONS
    if not (person and figure.whole and 0 < figure.low <= OLDEST):
        return False
    return figure.last >= tokens.size or tokens.lower[figure.last] in CLOSING or _told(tokens, figure)


def _told(tokens: Tokens, figure: Figure) -> bool:
    return figure.last < tokens.size and tokens.lower[figure.last] in TELLING and figure.low > 9
