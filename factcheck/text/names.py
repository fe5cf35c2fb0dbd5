"""Names of people, places, organisations and products, as phrases of a sentence.

Capitals say where a name stands, word tables where they do not mean one (sentence starts,
headlines), and small lists where a title ends, where "of" belongs to a name and what kind it is.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.text.namelists import name_lists
from factcheck.text.openings import opens_bound, opens_title
from factcheck.text.tokens import Tokens
from factcheck.text.words import (
    ADVERB,
    NOUN,
    PARTICIPLE,
    PAST,
    PRESENT,
    forms,
    grammar,
    lists,
    readings,
    small_words,
    verb_lemma,
)

PLURAL_VERBS: Final = frozenset(("are", "were", "have"))
UNDER: Final = ("_", "$")
CONTRACTED: Final = frozenset(("d", "ll", "m", "re", "s", "ve"))
SHORTENED: Final = frozenset("mr mrs ms dr prof st gen col lt sgt capt sen rep gov rev jr".split())
AGE_DIGITS: Final = 3  # of the longest age
AGENTS: Final = ("er", "or", "ist", "man", "woman", "ian", "ess", "eur")  # endings of nouns of those who do


class Name(NamedTuple):
    """Tokens `first`..`last` (half-open), the `text` as written, the `title` before it, and its kind.

    `kind` is person, place, org or "" where nothing says it for sure.
    """

    first: int
    last: int
    text: str
    title: str = ""
    kind: str = ""


def names(tokens: Tokens) -> list[Name]:
    """The names of a sentence, in order; nationalities, months, titles alone are none."""
    words, count = tokens.words, tokens.size
    shouted = _is_headline(tokens)
    found: list[Name] = []
    i = 0
    while i < count:
        word = words[i]
        if word.islower() or not word[0].isalpha() or _is_code(tokens, i):
            i += 1
            continue
        first = _start(tokens, i)
        last = _extent(tokens, i)
        found += _parts(tokens, first, last, shouted)
        i = last
    return found


def _is_code(tokens: Tokens, i: int) -> bool:
    """Whether a word is a part of an identifier: "MAX_SIZE", "$HOME"."""
    if i and tokens.words[i - 1] in UNDER and tokens.glued(i - 1):
        return True
    return i + 1 < tokens.size and tokens.words[i + 1] == "_" and tokens.glued(i)


def _is_headline(tokens: Tokens) -> bool:
    """No dictionary word is in small letters, so capitals say nothing."""
    table = forms()
    capital = 0
    for word in tokens.words:
        if len(word) > 2 and word[0].isalpha():
            if not word[0].islower():
                capital += 1
            elif word in table:
                return False
    return capital > 2


def _start(tokens: Tokens, i: int) -> int:
    """Takes a small particle glued before the capital into the name: "al-Shabaab"."""
    if (
        i >= 2
        and tokens.words[i - 1] == "-"
        and tokens.words[i - 2] in name_lists().particle
        and tokens.glued(i - 2)
        and tokens.glued(i - 1)
    ):
        return i - 2
    return i


def _extent(tokens: Tokens, first: int) -> int:
    """Where the run of capitalised words that starts at `first` ends."""
    words, count = tokens.words, tokens.size
    at = first + 1
    while at < count:
        step = _step(tokens, at)
        if not step:
            break
        at += step
    while words[at - 1] in ("-", ".", "&"):
        at -= 1
    return at


def _step(tokens: Tokens, at: int) -> int:
    """How many tokens at `at` go on with the name that stands before it; 0 for none."""
    words, lower, named = tokens.words, tokens.lower, name_lists()
    word = words[at]
    if word[0].isalpha() and not word.islower():
        return 0 if opens_bound(tokens, at) else 1
    if word == "-" and tokens.glued(at - 1) and tokens.glued(at):
        small = words[at + 1].islower() and not _is_given(tokens, at)
        return 2 if words[at + 1][0].isalnum() and not small else 0
    if word in ".&" and at + 1 < tokens.size and words[at + 1][0].isupper():
        short = word == "&" or len(words[at - 1]) == 1 or lower[at - 1] in SHORTENED
        return 2 if short and (word == "&" or tokens.glued(at - 1)) else 0
    if lower[at] in ("of", "for", "on") and at + 1 < tokens.size:
        left = lower[at - 1]
        gap = 2 if lower[at + 1] == "the" and at + 2 < tokens.size else 1
        heads = named.on_head if lower[at] == "on" else named.of_head
        joins = left in heads or (left in named.title and lower[at + gap] in named.title_of)
        joins = joins and not opens_title(tokens, at + gap)
        right = words[at + gap][0].isupper() and lower[at + gap] not in lists().time
        return gap + 1 if joins and right else 0
    if lower[at] in named.particle and at + 1 < tokens.size:
        if words[at + 1] == "-" and tokens.glued(at) and tokens.glued(at + 1):  # "Karim al-Hadi"
            return 3 if at + 2 < tokens.size and words[at + 2][0].isupper() else 0
        gap = 1
        if lower[at + 1] in named.particle and at + 2 < tokens.size:
            gap = 2
        return gap + 1 if words[at + gap][0].isupper() else 0
    return 0


def _is_given(tokens: Tokens, at: int) -> bool:
    """Whether the word behind the hyphen at `at` ends a given name: "Yoon Tae-SEOK", but "Kremlin-backed"."""
    behind = at + 2 == tokens.size or tokens.words[at + 2] != "-"
    return at > 1 and behind and tokens.words[at - 2][0].isupper() and tokens.lower[at + 1] not in forms()


def _parts(tokens: Tokens, first: int, last: int, shouted: bool) -> list[Name]:
    """The name in a run of capitals, without its title and what is none."""
    lower, named = tokens.lower, name_lists()
    if shouted:
        return _known_parts(tokens, first, last)
    if first == 0 or tokens.words[first - 1] in '“"‘(.!?:' or (first == 1 and lower[0].isdecimal()):
        first = _skip_start(tokens, first, last)
    if not (first < last and lower[first] in named.given and _is_called(tokens, first, last)):
        while first < last and (lower[first] in lists().time or _is_function_word(tokens, first)):
            first += 1
    while last > first and (lower[last - 1] in lists().time or lower[last - 1] in named.nothing):
        last -= 1
    if first == last:
        return []
    name_first = _after_title(tokens, first, last)
    title = tokens.surface(first, name_first).strip()
    if name_first == first:
        title = _small_title(tokens, first)
    last = _with_number(tokens, name_first, last)
    if name_first >= last or _is_nothing(tokens, name_first, last, title):
        return []
    return [_made(tokens, name_first, last, title)]


def _known_parts(tokens: Tokens, first: int, last: int) -> list[Name]:
    """In a headline only words that are no dictionary words, countries and people make names."""
    lower, named = tokens.lower, name_lists()
    found: list[Name] = []
    at = first
    while at < last:
        start = at
        while at < last and (
            lower[at] in named.places
            or (
                tokens.words[at][0].isalpha()
                and lower[at] not in forms()
                and lower[at] not in named.nothing
                and lower[at] not in named.adjectives
                and lower[at] not in lists().time
                and not _is_function_word(tokens, at, anywhere=True)
            )
        ):
            at += 1
        if at > start:
            if start > first and lower[start - 1] in named.given:
                start -= 1
            found.append(_made(tokens, start, at, ""))
        at += 1
    return found


def _is_function_word(tokens: Tokens, i: int, anywhere: bool = False) -> bool:
    """A capitalised "The", "In", "He": a closed-class word that is no acronym."""
    word, low, closed = tokens.words[i], tokens.lower[i], grammar()
    if len(word) > 1 and word.isupper() and not anywhere:
        return False
    if "'" in low:  # "We'll", "I've"
        stem, _, rest = low.partition("'")
        return stem in small_words() and rest in CONTRACTED
    return low in small_words() or low in closed.numbers or low in closed.ordinals


def _skip_start(tokens: Tokens, first: int, last: int) -> int:
    """The capital of a sentence's first word says nothing: drops it when it is a common word."""
    named, low = name_lists(), tokens.lower[first]
    word = tokens.words[first]
    if low in named.given and _is_called(tokens, first, last):
        return first
    if _is_function_word(tokens, first):
        return first + 1
    if _is_trade(tokens, first, last) or _is_subject(tokens, first, last):
        return first + _is_trade(tokens, first, last)
    if len(word) > 1 and word.isupper():
        return first
    if low in named.places or low in named.adjectives or low in named.given or low not in forms():
        return first
    if last == first + 1:
        return first + 1
    if low in named.title or low in named.title_modifier or low in named.of_head:
        return first
    return first if readings(low)[0] == NOUN else first + 1


def _is_called(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a given name that is a small word too stands before a surname: "PER Holm said"."""
    if last < first + 2 or tokens.lower[first + 1] in name_lists().places:
        return False
    behind = tokens.lower[last] if last < tokens.size else ""
    acts = behind in (",", "'s") or bool({PAST, PRESENT}.intersection(readings(behind)))
    return acts or tokens.lower[first + 1] not in forms()


def _is_trade(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence begins with what a person does, before the full name: "SWIMMER Ann Berg"."""
    lower, named = tokens.lower, name_lists()
    low = lower[first]
    if last - first < 3 or not low.endswith(AGENTS) or NOUN not in readings(low):
        return False
    if any(lower[at] in named.org or lower[at] in named.place for at in range(first, last)):
        return False
    return low not in named.title and (lower[first + 1] in named.given or lower[first + 1] not in forms())


def _is_subject(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence's first word is an adverb that acts, and so a name: "NORTHWARD was made"."""
    lower = tokens.lower
    if last > first + 1 or readings(lower[first])[:1] != ADVERB or last + 2 >= tokens.size:
        return False
    acts = lower[last] in grammar().auxiliaries and PARTICIPLE in readings(lower[last + 1])
    return acts and lower[last + 2] not in grammar().determiners  # "Inside was found a bomb"


def _after_title(tokens: Tokens, first: int, last: int) -> int:
    """Where the name behind a title begins; `first` when there is no title."""
    lower, named = tokens.lower, name_lists()
    at, end = first, first
    while at < last:
        low = lower[at]
        if low in named.title:
            end = at + 1
            if end < last and tokens.words[end] == ".":
                end += 1
            elif end + 1 < last and lower[end] == "of":
                gap = end + 2 if lower[end + 1] == "the" else end + 1
                if gap < last and lower[gap] in named.title_of:
                    end = gap + 1
            at = end
        elif tokens.words[at].isupper() and len(low) > 1:
            at += 1  # "FDA Commissioner Ann Lee"
        elif low in named.title_modifier or low in named.adjectives or low in named.places or low == "-":
            at += 1
        else:
            break
    return first if end < last and lower[last - 1] in named.org else end  # "General Motors"


def _small_title(tokens: Tokens, first: int) -> str:
    """The title in small letters before a name: "spokesman", "former prime minister"."""
    lower, named = tokens.lower, name_lists()
    at = first
    while (
        at > 0
        and tokens.words[at - 1].islower()
        and (lower[at - 1] in named.title or (at < first and lower[at - 1] in named.title_modifier))
    ):
        at -= 1
    return tokens.surface(at, first)


def _with_number(tokens: Tokens, first: int, last: int) -> int:
    """Takes in the number of a model or flight ("Boeing 737 crashed"), not a count ("Kabul 17 died")."""
    if (
        last >= tokens.size
        or last <= first
        or not tokens.words[last].isdigit()
        or len(tokens.words[last]) > 4
    ):
        return last
    if first and tokens.lower[first - 1] in grammar().prepositions:
        return last
    after = tokens.lower[last + 1] if last + 1 < tokens.size else "."
    counted = (
        after[0].isalpha()
        and after not in grammar().prepositions | grammar().auxiliaries
        and readings(after)[:1] in ("n", "s", "a")
    )
    closes = (
        after in (",", ".", ")", "'s", "’s")
        or after in grammar().auxiliaries
        or after in grammar().prepositions
    )
    if after in PLURAL_VERBS:  # "At the Halden Bridge 12 were hurt"
        return last
    plain = not counted and (closes or verb_lemma(after) is not None)
    if counted and PRESENT in readings(after) and last + 2 < tokens.size:
        plain = tokens.words[last + 2][0] in "$£€0123456789"  # "The iPhone 15 costs $999"
    return last + 1 if plain and not tokens.words[last].startswith(("19", "20")) else last


def _is_nothing(tokens: Tokens, first: int, last: int, title: str) -> bool:
    """Titles, nationalities, months and units alone are no names."""
    lower, named = tokens.lower, name_lists()
    if last - first == 1:
        low = lower[first]
        if low in named.nothing or low in lists().time or low in named.adjectives:
            return True
        if low in lists().measure and first and tokens.words[first - 1][0] in "0123456789°-":
            return True
        return low in named.title and not title
    return all(
        lower[i] in named.title or lower[i] in named.title_modifier or lower[i] in named.adjectives
        for i in range(first, last)
    )


def _made(tokens: Tokens, first: int, last: int, title: str) -> Name:
    return Name(first, last, tokens.surface(first, last), title, _kind(tokens, first, last, title))


def _kind(tokens: Tokens, first: int, last: int, title: str) -> str:
    """person, place, org or ""."""
    lower, named = tokens.lower, name_lists()
    if " ".join(lower[first:last]) in named.places:
        return "place"
    if title:
        return "person"
    head = lower[next((i for i in range(first, last) if lower[i] in ("of", "for", "on")), last) - 1]
    if head in named.org:
        return "org"
    if head in named.place or lower[first] in named.place:
        return "place"
    if any(lower[i] in named.org for i in range(first, last)):
        return "org"
    if not all(tokens.words[i][0].isalpha() or tokens.words[i] in "-." for i in range(first, last)):
        return ""
    said = _is_said_by(tokens, first, last)
    if lower[first] in named.given and (said or last > first + 1):
        return "person"
    two = " " in tokens.surface(first, last) and not tokens.words[first].isupper()
    return "person" if two and (said or _is_aged(tokens, last)) else ""


def _is_aged(tokens: Tokens, last: int) -> bool:
    """ "Tomas Veld, 58, …": an age stands behind a name."""
    lower = tokens.lower
    if lower[last : last + 1] != [","] or lower[last + 2 : last + 3] != [","]:
        return False
    return lower[last + 1].isdecimal() and len(lower[last + 1]) <= AGE_DIGITS


def _is_said_by(tokens: Tokens, first: int, last: int) -> bool:
    lower, saying = tokens.lower, lists().saying
    before = lower[first - 1] if first else ""
    after = lower[last] if last < tokens.size else ""
    return verb_lemma(after) in saying or (verb_lemma(before) in saying and before != "")
