"""Titles and roles of persons: "Foreign Minister Ann Berg", "Ann Berg, who is chief executive of Acme".

Four places are read around each name: right before it, before it with a comma between, behind it as
an apposition, and behind a verb that gives, holds or ends a title. The words are data
(`data/titles.yaml`); "former", "deputy" and their like stay in the wording, since a former president
is no president.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.model import Wording
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, verb_lemma

LONGEST = 9  # tokens of an apposition in which its title is looked for
ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "our"))
CLOSERS = frozenset(
    (
        ",",
        ".",
        "of",
        "for",
        "at",
        "to",
        "in",
        "and",
        "who",
        "(",
        ")",
        ";",
        "—",
        "–",
        "since",
        "from",
        "until",
        "on",
        "with",
        "by",
        "but",
        "when",
        "after",
    )
)


class Titles(NamedTuple):
    """`data/titles.yaml` as look-ups; `heads` is keyed by the last word of a title, longest first."""

    heads: dict[str, tuple[tuple[str, ...], ...]]
    synonyms: dict[str, str]
    short: dict[str, str]
    prefixes: dict[str, str]
    portfolios: frozenset[str]
    becoming: dict[str, str]


class Title(NamedTuple):
    """Tokens `first`..`last` hold a title; `words` is its canonical wording, `of` whose it is."""

    first: int
    last: int
    words: str
    of: str
    flags: tuple[str, ...]


@cache
def titles() -> Titles:
    """The words of titles, read once."""
    data = load("titles")
    heads: dict[str, list[tuple[str, ...]]] = {}
    phrases = dict.fromkeys([*data["heads"], *data["synonyms"], *data["short"]])
    for phrase in phrases:
        words = tuple(phrase.replace("-", " - ").split())
        heads.setdefault(words[-1], []).append(words)
    return Titles(
        {last: tuple(sorted(found, key=lambda words: (-len(words), words))) for last, found in heads.items()},
        dict(data["synonyms"]), dict(data["short"]), dict(data["prefixes"]),
        frozenset(data["portfolios"].split()), dict(data["becoming"]),
    )  # fmt: skip


@cache
def _triggers() -> frozenset[str]:
    return frozenset(titles().heads)


def read(sentence: Sentence, names: Sequence[Name]) -> list[Mention]:
    """The titles that a sentence gives to the persons it names, in order."""
    tokens = sentence.tokens
    if not names or _triggers().isdisjoint(tokens.lower):
        return []
    names = split_titles(tokens, names)
    reader = _Reader(tokens, names)
    found: dict[tuple[int, int], Mention] = {}
    for name in names:
        if name.kind in ("place", "org"):
            continue
        for title in reader.titles_of(name):
            if (title.first, title.last) not in found:
                found[title.first, title.last] = _mention(tokens, name, title)
    return [found[place] for place in sorted(found)]


def split_titles(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names with those cut in two that hold a title between two names: "Lumora CEO Ann Berg"."""
    found: list[Name] = []
    for given in names:
        name = given
        if tokens.words[name.first] == "." and name.last - name.first > 1:
            name = Name(
                name.first + 1, name.last, tokens.surface(name.first + 1, name.last), name.title, name.kind
            )
        at = next(
            (
                k
                for k in range(name.first + 1, name.last - 1)
                if (tokens.lower[k],) in titles().heads.get(tokens.lower[k], ())
            ),
            0,
        )
        if at and name.last - name.first > 2:
            found.append(Name(name.first, at, tokens.surface(name.first, at), "", "org"))
            found.append(
                Name(at + 1, name.last, tokens.surface(at + 1, name.last), tokens.words[at], "person")
            )
        else:
            found.append(name)
    return found


def roles_before(tokens: Tokens, first: int, names: Sequence[Name]) -> list[tuple[str, str]]:
    """(role, of whom) of the title right before the name at token `first`: ("president", "Russian")."""
    if first == 0 or _triggers().isdisjoint(tokens.lower[max(0, first - 8) : first]):
        return []
    title = _Reader(tokens, names).before(first)
    return (
        [(" ".join(tokens.lower[title.first : title.last]), title.of), (title.words, title.of)]
        if title
        else []
    )


def _mention(tokens: Tokens, name: Name, title: Title) -> Mention:
    start, end = tokens.starts[title.first], tokens.ends[title.last - 1]
    made = Mention("title", Wording(title.words), start, end, title.first, title.last, noun=name.text)
    made.scope = {"of": title.of} if title.of else None
    made.flags = title.flags
    return made


class _Reader:
    """One sentence while its titles are read."""

    def __init__(self, tokens: Tokens, names: Sequence[Name]) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.name_from = {name.first: name for name in names}
        self.name_to = {name.last: name for name in names}

    def titles_of(self, name: Name) -> list[Title]:
        """What the words on both sides of a name call it."""
        last = self.lower[name.last] if name.last < self.tokens.size else ""
        found = [self.before(name.first)]
        if self.lower[name.first - 1 : name.first] == [","] and last in (",", "", ".", "who", ")"):
            found.append(self.before(name.first - 1, right=True))
        if last == ",":
            found.append(self._apposition(name.last + 1))
        found.append(self._predicate(name.last))
        return [title for title in found if title is not None]

    # -- before the name --------------------------------------------------------------------------

    def before(self, end: int, right: bool = False) -> Title | None:
        """The title that ends before token `end`; with `right` it may carry "of …" behind its head."""
        start = self._head(end)
        if start is not None:
            return self._grown(start, end, "")
        if right:
            for at in range(end - 1, max(0, end - 8), -1):
                if self.lower[at] in ("of", "for", "at", "to") and (start := self._head(at)) is not None:
                    return self._grown(start, at, self._owner_behind(at))
        return None

    def _head(self, end: int) -> int | None:
        """The first token of the longest title that ends before token `end`."""
        if not 0 < end <= self.tokens.size:
            return None
        if end > 1 and self.lower[end - 1] == "." and self.lower[end - 2] in titles().short:
            end -= 1
        for words in titles().heads.get(self.lower[end - 1], ()):
            if end >= len(words) and tuple(self.lower[end - len(words) : end]) == words:
                if self.tokens.words[end - 1][0].isupper() and self._within_name(end - 1):
                    return None
                return end - len(words)
        return None

    def _within_name(self, at: int) -> bool:
        return any(name.first <= at < name.last - 1 for name in self.name_from.values())

    def _grown(self, start: int, end: int, of: str, floor: int = 0) -> Title:
        """The title with the fields and prefixes before it down to token `floor`, and whose it is."""
        data = titles()
        flags: list[str] = []
        first = start
        prefixes = 0
        while first > floor:
            word = self.lower[first - 1]
            if word in data.prefixes and word != "chief":
                if data.prefixes[word]:
                    flags.append(data.prefixes[word])
                    prefixes += 1
                    first -= 1
                    continue
                if self.lower[first - 2 : first - 1] and self.lower[first - 2] in data.prefixes:
                    first -= 1
                    continue
                break
            if word == "-" and first > 1 and self.lower[first - 2] in data.prefixes:
                flags.append(data.prefixes[self.lower[first - 2]])
                first -= 2
                continue
            if word in data.portfolios and first not in self.name_to and word != "state":
                first -= 1
                continue
            if word == "and" and first > 1 and self.lower[first - 2] in data.portfolios and first < start:
                first -= 2
                continue
            break
        owner, place = self._owner_before(first)
        words = self._canonical(first, start, end)
        before = data.prefixes.get(self.lower[place - 1], "") if owner and place else ""
        if before:  # "former Acme chief": the prefix stands before the owner
            words, flags = f"{before} {words}", [before, *flags]
        return Title(
            first,
            end,
            words,
            of or owner,
            tuple(flag for flag in flags if flag),
        )

    def _canonical(self, first: int, start: int, end: int) -> str:
        """The wording in lower case with one name for what has several."""
        data = titles()
        if self.lower[end - 1] == ".":
            end -= 1
        head = " ".join(data.short.get(word, word) for word in self.lower[start:end]).replace(" - ", "-")
        modifiers = [
            (data.prefixes.get(word, "") and data.prefixes[word]) or ("" if word in data.prefixes else word)
            for word in self.lower[first:start]
        ]
        kept = [word for word in modifiers if word not in ("", "-")]
        for size in range(len(kept), -1, -1):
            whole = " ".join([*kept[len(kept) - size :], head])
            if whole in data.synonyms:
                return " ".join([*kept[: len(kept) - size], data.synonyms[whole]])
        return " ".join([*kept, head])

    def _owner_before(self, first: int) -> tuple[str, int]:
        """The owner right before a title ("Russian", "Acme", "Ukraine's") and its first token."""
        at = first
        if at and self.lower[at - 1] in titles().prefixes:
            at -= 1
        if at and self.lower[at - 1] == "'s":
            at -= 1
        name = self.name_to.get(at)
        if name is not None:
            return name.text.removesuffix("'s").removesuffix("’s"), name.first
        start = at
        while start and self._is_owner(start - 1):
            start -= 1
        return self.tokens.surface(start, at), start

    def _is_owner(self, at: int) -> bool:
        """A capitalised word that is no title and no grammar: "Russian", "U.S."."""
        word = self.lower[at]
        closed = grammar()
        if not self.tokens.words[at][0].isupper() or word in titles().prefixes or word in titles().portfolios:
            return False
        return (
            word not in closed.determiners
            and word not in closed.prepositions
            and word not in closed.subordinators
            and word not in closed.conjunctions
        )

    def _owner_behind(self, at: int) -> str:
        """The name behind "of", "for", "at", "to" at token `at`."""
        if at >= self.tokens.size or self.lower[at] not in ("of", "for", "at", "to"):
            return ""
        k = at + 1
        while k < self.tokens.size and k - at < 6:
            name = self.name_from.get(k)
            if name is not None:
                return name.text
            if not self.lower[k][0].isalpha() or self.lower[k] in grammar().auxiliaries:
                break
            k += 1
        return ""

    # -- behind the name --------------------------------------------------------------------------

    def _apposition(self, at: int) -> Title | None:
        """ "Ann Berg, 45, the foreign minister,"."""
        if at + 1 < self.tokens.size and self.lower[at].isdigit() and self.lower[at + 1] == ",":
            at += 2
        if at < self.tokens.size and self.lower[at] == "who":
            return self._predicate(at + 1)
        return self._phrase(at)

    def _phrase(self, at: int) -> Title | None:
        """The title of the noun phrase that begins at token `at`; its head ends the phrase."""
        closed = grammar()
        for stop in range(at + 1, min(at + LONGEST, self.tokens.size + 1)):
            end = stop
            word = self.lower[end - 1]
            if (
                word in closed.auxiliaries
                or word in closed.prepositions
                or word in closed.pronouns
                or word in (",", ".", ";", ":", "and")
            ):
                break
            after = self.lower[end] if end < self.tokens.size else ""
            if after and after not in CLOSERS:
                continue
            start = self._head(end)
            if start is not None and start >= at:
                for longer in (end + 2, end + 3):
                    if after in ("of", "for") and self._head(longer) == start:
                        end = longer
                        break
                title = self._grown(start, end, self._owner_behind(end), at)
                return title if title.first >= at and self._is_filled(at, title.first) else None
        return None

    def _is_filled(self, at: int, first: int) -> bool:
        """Between the start of a phrase and its title stand only articles, names, adjectives and nouns."""
        return all(
            self.lower[k] in ARTICLES
            or self.lower[k] in ("'s", "-", "’")
            or (self.tokens.words[k][0].isalpha() and verb_lemma(self.lower[k]) != "be")
            for k in range(at, first)
        ) and (
            first == at
            or self.lower[at] in ARTICLES
            or at in self.name_from
            or self.lower[at] in titles().prefixes
            or first - at <= 3
        )

    def _predicate(self, at: int) -> Title | None:
        """ "is the mayor of", "was appointed chief executive", "stepped down as chairman"."""
        closed = grammar()
        data = titles()
        flags: list[str] = []
        k = at
        if k < self.tokens.size and self.lower[k] == "," and self.lower[k + 1 : k + 2] == ["who"]:
            k += 1
        if k < self.tokens.size and self.lower[k] == "who":
            k += 1
        found = False
        while k < self.tokens.size and k - at < 8:
            word = self.lower[k]
            lemma = verb_lemma(word)
            if word in closed.auxiliaries or lemma in data.becoming:
                found = found or lemma in data.becoming
                if word in ("was", "were", "served", "worked", "been"):
                    flags.append("past")
                flags.append(data.becoming.get(lemma or "", ""))
            elif word in closed.negations:
                return None
            elif word not in (
                "as",
                "down",
                "also",
                "now",
                "currently",
                "then",
                "once",
                "in",
                "late",
                "still",
                "previously",
                "formerly",
                "recently",
            ):
                break
            k += 1
        if not found or k >= self.tokens.size:
            return None
        title = self._phrase(k)
        if title is None:
            return None
        given = [flag for flag in flags if flag not in ("", "past")]
        past = ["past"] if "past" in flags and not given else []
        return title._replace(flags=tuple(dict.fromkeys((*title.flags, *given, *past))))
