"""A title as a phrase: its head with the fields and prefixes before it, and whose title it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.kinds.titles.words import Title, canonical, titles
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, verb_lemma

LONGEST: Final = 9  # tokens of a phrase in which its title is looked for
OWNER_REACH: Final = 6  # tokens between "of" and the name of whose title it is
ARTICLES: Final = frozenset(("a", "an", "the", "his", "her", "its", "their", "our"))
CLOSERS: Final = frozenset(
    ", . of for at to in and who ( ) ; — – since from until on with by but when after before as".split()
)


class Phrases:
    """The titles of one sentence, as phrases."""

    def __init__(self, tokens: Tokens, names: Sequence[Name]) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.name_from = {name.first: name for name in names}
        self.name_to = {name.last: name for name in names}

    def before(self, end: int, right: bool = False) -> Title | None:
        """The title that ends before token `end`; with `right` it may carry "of …" behind its head."""
        start = self.head(end)
        if start is not None:
            return self.grown(start, end, "")
        if right:
            for at in range(end - 1, max(0, end - LONGEST), -1):
                if self.lower[at] in ("of", "for", "at", "to") and (start := self.head(at)) is not None:
                    return self.grown(start, at, self.owner_behind(at))
        return None

    def head(self, end: int) -> int | None:
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

    def grown(self, start: int, end: int, of: str, floor: int = 0) -> Title:
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
        words = canonical(self.lower, first, start, end)
        field = self._field_behind(end)
        if field and field not in words.split():
            words = f"{field} {words}"
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

    def _field_behind(self, end: int) -> str:
        """The field of "deputy mayor FOR FINANCE", which stands before other titles; "" for none."""
        of = self.lower[end] if end + 1 < self.tokens.size else ""
        return (
            self.lower[end + 1] if of in ("for", "of") and self.lower[end + 1] in titles().portfolios else ""
        )

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

    def owner_behind(self, at: int) -> str:
        """The name behind "of", "for", "at", "to" at token `at`."""
        if at >= self.tokens.size or self.lower[at] not in ("of", "for", "at", "to"):
            return ""
        k = at + 1
        while k < self.tokens.size and k - at < OWNER_REACH:
            name = self.name_from.get(k)
            if name is not None:
                return name.text
            if not self.lower[k][0].isalpha() or self.lower[k] in grammar().auxiliaries:
                break
            k += 1
        return ""

    def phrase(self, at: int) -> Title | None:
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
            start = self.head(end)
            if start is not None and start >= at:
                for longer in (end + 2, end + 3):
                    if after in ("of", "for") and self.head(longer) == start:
                        end = longer
                        break
                title = self.grown(start, end, self.owner_behind(end), at)
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
