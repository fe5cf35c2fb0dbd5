"""What a word can be: its readings, its lemma, and the closed classes of English.

The open classes come from `data/forms.tsv` (built by `tools/build_forms.py` from maintained
dictionaries), the closed ones and a few corrections from `data/grammar.yaml`. Every argument is a
word in lower case, as `Tokens.lower` holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

from factcheck.data import load

# The readings of a form, each one letter; `readings` gives them with the commonest first.
NOUN: Final = "n"
PLURAL: Final = "s"
BASE: Final = "b"
PRESENT: Final = "z"
PAST: Final = "p"
PARTICIPLE: Final = "t"
GERUND: Final = "g"
ADJECTIVE: Final = "a"
ADVERB: Final = "r"
VERBAL: Final = frozenset("bzptg")
NOMINAL: Final = frozenset("ns")
REMEMBERED: Final = 1 << 14  # words whose forms are remembered, so that a common word is looked up once
Found = TypeVar("Found")
# The others lose "n't".
CONTRACTED: Final = {"won't": "will", "shan't": "shall", "can't": "can", "cannot": "can"}


class _Remembered(dict[str, Found]):
    """Word -> what was found for it; emptied when it is full."""

    __slots__ = ("find",)

    def __init__(self, find: Callable[[str], Found]) -> None:
        self.find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = self.find(word)
        return found


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """`find`, which asks for each word once. A plain look-up costs half of `functools.lru_cache`, which keeps
    its entries in order of use, and a sentence needs a hundred of them."""
    return _Remembered(find).__getitem__


@dataclass(frozen=True, slots=True)
class Form:
    """One class of forms: its readings and how many letters to cut and what to add for the lemmas."""

    readings: str
    verb_cut: int
    verb_add: str
    noun_cut: int
    noun_add: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    relatives: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    clausal: frozenset[str]
    numbers: frozenset[str]
    ordinals: frozenset[str]
    adverbial: frozenset[str]
    contracted: frozenset[str]
    nouns: dict[str, str]


@cache
def grammar() -> Grammar:
    """The closed classes, read once."""
    data = load("grammar")
    closed = {name: frozenset(words.split()) for name, words in data["closed"].items()}
    classes = {
        name: frozenset(data[name].split())
        for name in (
            "relative",
            "modal",
            "be",
            "have",
            "do",
            "clausal",
            "number",
            "ordinal",
            "adverbial",
            "contracted",
        )
    }
    return Grammar(
        closed["determiner"],
        closed["pronoun"],
        closed["preposition"] | frozenset(data["also_preposition"].split()),
        closed["conjunction"],
        closed["subordinator"],
        closed["auxiliary"] | frozenset(data["contracted"].split()) | classes["modal"],
        closed["negation"],
        closed["adverb"],
        classes["relative"],
        classes["modal"],
        classes["be"],
        classes["have"],
        classes["do"],
        classes["clausal"],
        classes["number"],
        classes["ordinal"],
        classes["adverbial"],
        classes["contracted"],
        dict(data["nouns"]),
    )


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of verbs.yaml and nouns.yaml, as sets of lemmas."""

    saying: frozenset[str]
    event: frozenset[str]
    passive: frozenset[str]
    object_control: frozenset[str]
    intransitive: frozenset[str]
    time: frozenset[str]
    place: frozenset[str]
    measure: frozenset[str]
    attribute: frozenset[str]
    dimension: frozenset[str]
    ratio: frozenset[str]
    lifeless: frozenset[str]


@cache
def lists() -> Lists:
    """The vocabularies, read once."""
    verbs, nouns = load("verbs"), load("nouns")
    return Lists(
        *(
            frozenset(verbs[k].split())
            for k in ("saying", "event", "passive_without_object", "object_control", "intransitive")
        ),
        *(
            frozenset(nouns[k].split())
            for k in ("time", "place", "measure", "attribute", "dimension", "ratio", "lifeless")
        ),
    )


@cache
def forms() -> dict[str, Form]:
    """word -> Form; some 50,000 words, 15 ms."""
    table: dict[str, Form] = {}
    text = (files("factcheck.data") / "forms.tsv").read_text(encoding="ascii")
    for line in text.split("\n"):
        if line and line[0] != "#":
            readings, verb, noun, words = line.split("\t")
            table.update(dict.fromkeys(words.split(" "), Form(readings, *_ending(verb), *_ending(noun))))
    return table


def _ending(code: str) -> tuple[int, str]:
    """How many letters to cut and what to add; -1 when the class has no such lemma."""
    digits = len(code) - len(code.lstrip("0123456789"))
    return (int(code[:digits]), code[digits:]) if digits else (-1, "")


@remembered
def readings(word: str) -> str:
    """What an open-class word can be, the commonest first ("attacks": "sz"); guessed when unknown."""
    form = forms().get(word)
    return form.readings if form else guess(word)


def guess(word: str) -> str:
    """The readings that an unknown word's ending suggests, "" for what is no word."""
    if not word or not word[0].isalpha():
        return ""
    if word.endswith("ing") and len(word) > 5:
        return GERUND + NOUN
    if word.endswith("ed") and len(word) > 4:
        return PARTICIPLE + PAST + ADJECTIVE
    if word.endswith("ly") and len(word) > 4:
        return ADVERB
    if word.endswith(("ous", "ful", "ible", "able", "less", "ish")):
        return ADJECTIVE
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return PLURAL
    return NOUN


@remembered
def verb_form(word: str) -> str:
    """The verbal readings of a word, a string of BASE, PRESENT, PAST, PARTICIPLE, GERUND; "" for none."""
    return "".join(r for r in readings(word) if r in VERBAL)


@remembered
def verb_lemma(word: str) -> str | None:
    """The verb that a word is a form of ("killed" → "kill"), None when it is no verb form."""
    if word in AUXILIARY_LEMMA:
        return AUXILIARY_LEMMA[word]
    form = forms().get(word)
    if form is not None:
        return None if form.verb_cut < 0 else word[: len(word) - form.verb_cut] + form.verb_add
    return _verb_guess(word)


AUXILIARY_LEMMA: Final = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "be", "been", "being"), "be"),
    **dict.fromkeys(("has", "have", "had", "having"), "have"),
    **dict.fromkeys(("do", "does", "did", "doing", "done"), "do"),
}


def _verb_guess(word: str) -> str | None:
    """The lemma of a form that is not in the table: a prefixed verb that is, or the bare stem."""
    for prefix in ("re", "un", "over", "out", "de", "mis", "under"):
        if word.startswith(prefix) and forms().get(word[len(prefix) :], _NOTHING).verb_cut >= 0:
            lemma = verb_lemma(word[len(prefix) :])
            return prefix + lemma if lemma else None
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    return None


_NOTHING: Final = Form("", -1, "", -1, "")


@remembered
def noun_lemma(word: str) -> str:
    """The singular of a noun ("children" → "child"); the word itself when it is none we know."""
    fixed = grammar().nouns.get(word)
    if fixed is not None:
        return fixed
    form = forms().get(word)
    if form is not None:
        return word if form.noun_cut < 0 else word[: len(word) - form.noun_cut] + form.noun_add
    return _singular(word)


def _singular(word: str) -> str:
    """The singular of an unknown word by its ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a word can be a plural noun."""
    return PLURAL in readings(word)


def is_adjective(word: str) -> bool:
    """Whether a word can be an adjective."""
    return ADJECTIVE in readings(word)


def is_noun_and_verb(word: str) -> bool:
    """Whether the neighbours must decide between noun and verb ("attacks", "visits", "reports")."""
    found = readings(word)
    return bool(NOMINAL.intersection(found)) and bool(VERBAL.intersection(found))


@remembered
def content_lemma(word: str) -> str:
    """The lemma of a word that says what a sentence is about; "" for small words, marks and figures."""
    if len(word) < 3 or not word[0].isalpha() or word in small_words():
        return ""
    return verb_lemma(word) or noun_lemma(word)


@cache
def small_words() -> frozenset[str]:
    """The closed classes together: words that say nothing of what a sentence is about."""
    closed = grammar()
    return (
        closed.determiners.union(closed.pronouns, closed.prepositions, closed.conjunctions)
        .union(closed.subordinators, closed.auxiliaries, closed.adverbs)
        .union(closed.negations, closed.relatives)
    )
