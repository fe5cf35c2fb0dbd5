"""From a sentence and its names to the titles that it gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.kinds.mention import Mention
from factcheck.kinds.titles.around import Around, Holder
from factcheck.kinds.titles.phrase import Phrases
from factcheck.kinds.titles.words import Title, titles, triggers
from factcheck.model import Wording
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens

ROLE_REACH: Final = 8  # tokens before a name in which its role is looked for
PERSONAL: Final = frozenset(("he", "she"))


@dataclass(slots=True)
class TitleMention(Mention):
    """A title: `noun` is the name (or pronoun) of its holder, who stands at token `holder`; the scope's
    "of" is whose title it is, the flags say "former", "acting", "appointed" …"""

    holder: int = 0


def read(sentence: Sentence, names: Sequence[Name]) -> list[TitleMention]:
    """The titles that a sentence gives to the persons it names, in order."""
    tokens = sentence.tokens
    if triggers().isdisjoint(tokens.lower):
        return []
    names = split_titles(tokens, names)
    around = Around(tokens, names)
    found: dict[tuple[int, int], TitleMention] = {}
    for holder in _holders(tokens, names):
        for title in around.of_name(holder):
            if (title.first, title.last) not in found:
                found[title.first, title.last] = _mention(tokens, holder, title)
    return [found[place] for place in sorted(found)]


def _holders(tokens: Tokens, names: Sequence[Name]) -> Iterator[Holder]:
    """Names that may be of persons, then "he" and "she" as subjects."""
    for name in names:
        if name.kind not in ("place", "org"):
            yield Holder(name.first, name.last)
    for at, word in enumerate(tokens.lower):
        if word in PERSONAL:
            yield Holder(at, at + 1)


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
    if first == 0 or triggers().isdisjoint(tokens.lower[max(0, first - ROLE_REACH) : first]):
        return []
    title = Phrases(tokens, names).before(first)
    if title is None:
        return []
    return [(" ".join(tokens.lower[title.first : title.last]), title.of), (title.words, title.of)]


def _mention(tokens: Tokens, holder: Holder, title: Title) -> TitleMention:
    start, end = tokens.starts[title.first], tokens.ends[title.last - 1]
    return TitleMention(
        "title", Wording(title.words), start, end, title.first, title.last,
        noun=tokens.surface(*holder), scope={"of": title.of} if title.of else None, flags=title.flags,
        holder=holder.first,
    )  # fmt: skip
