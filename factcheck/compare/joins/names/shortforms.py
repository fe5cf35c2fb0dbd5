"""Short forms explained in two ways: "the Grain Board (GB)" in one text, "the Grains Bureau (GB)" in another.

Many short forms stand for several things, so that two texts must speak of the same, or have half of the long
form and some names in common, before what they say it stands for is compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

import regex

from factcheck.claims.profile import Named
from factcheck.claims.row import Row
from factcheck.compare.joins.names._row import row, sentence_at
from factcheck.compare.joins.names.told import Told, tie
from factcheck.compare.pair import Pair
from factcheck.compare.verbs.acronym import SMALL, key
from factcheck.text.tokens import Tokens, tokenise
from factcheck.text.words import forms

SHORT = regex.compile(r"\((?P<short>\p{Lu}[\p{Lu}&]{1,7})s?\)")
WINDOW = 120  # code points before the bracket in which the long form stands
TEXTS = 20  # with one long form
FORMS = 4  # long forms of one short form: beyond, it stands for many things
NAMES = 3  # that two texts share besides
Places = dict[str, list[tuple[int, int]]]


def definitions(text: str) -> dict[str, Places]:
    """Short form -> its long forms, as `key` gives them -> where they stand."""
    found: dict[str, Places] = defaultdict(lambda: defaultdict(list))
    for match in SHORT.finditer(text) if "(" in text else ():
        span = _long(text, match.start(), match["short"])
        if span is not None:
            found[match["short"]][key(text[slice(*span)])].append(span)
    return found


def pairs(told: Told, refused: Counter[str]) -> Iterator[Pair]:
    """Long forms of one short form in texts that speak of the same, each of which has one of them."""
    known: dict[str, dict[str, list[tuple[int, Named]]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(told.documents):
        for short, places in definitions(document.text).items():
            if len(places) == 1:
                (words, spans), *_ = places.items()
                named = Named(
                    document.text[slice(*spans[0])], *spans[0], sentence_at(document.text, *spans[0])
                )
                known[short][words].append((number, named))
    for short, by_form in sorted(known.items()):
        sizes = list(map(len, by_form.values()))
        taken = [texts[:TEXTS] for texts in by_form.values()] if len(by_form) <= FORMS else []
        refused["crowd"] += _across(sizes) - _across(list(map(len, taken)))
        for one, other in combinations(taken, 2):
            for (a, mine), (b, theirs) in map(sorted, product(one, other)):
                why = _why(told, a, mine, b, theirs)
                if why:
                    yield Pair(_claim(told, a, mine, short), _claim(told, b, theirs, short), "name", why)


def _across(sizes: Sequence[int]) -> int:
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2


def _claim(told: Told, number: int, named: Named, short: str) -> Row:
    name = told.documents[number].id
    return row(named, number, name, subject=short, attribute="long form", noun="acronym")


def _why(told: Told, a: int, one: Named, b: int, other: Named) -> str:
    """What shows that two texts mean one thing by a short form, "" for nothing."""
    words, others = key(one.text).split(), key(other.text).split()
    if _is_foreign(words) != _is_foreign(others):
        return ""  # one of them is a translation
    if told.one_story(a, b):
        return "both texts tell one story"
    event = told.one_event(a, b)
    if event:
        return f"both texts tell of {event}"
    found = tie(told.place(a, one), told.place(b, other))
    if found is not None and found.shared:
        return found.words
    own = frozenset(words + others)
    names = {name for name in told.profiles[a].names & told.profiles[b].names if own.isdisjoint(name.split())}
    if 2 * len(set(words) & set(others)) >= max(len(words), len(others)) and len(names) >= NAMES:
        return f"both texts name {', '.join(sorted(names)[:NAMES])}"
    return ""


def _is_foreign(words: Sequence[str]) -> bool:
    """Whether half of the words of a long form or more are no English ones."""
    return 2 * sum(word not in forms() and f"{word}s" not in forms() for word in words) >= len(words)


def _long(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Where the words begin whose initials are the short form, small words left out or not."""
    line = text.rfind("\n", 0, end) + 1
    tokens = tokenise(text, max(line, end - WINDOW), end)
    at = tokens.size
    for letter in reversed(short.replace("&", "").lower()):
        at -= 1
        while at >= 0 and tokens.lower[at] in SMALL and not _is_meant(tokens, at, letter):
            at -= 1
        if at < 0 or tokens.lower[at][0] != letter:
            return None
    named = any(word[0].isupper() for word in tokens.words[at:])
    return (tokens.starts[at], tokens.ends[-1]) if named else None


def _is_meant(tokens: Tokens, at: int, letter: str) -> bool:
    """Whether a short form has the letter from a small word: not of "Office OF Supply", as OS has its O."""
    before = tokens.words[at - 1] if at else ""
    return tokens.lower[at][0] == letter and not (before[:1].isupper() and before[0].lower() == letter)
