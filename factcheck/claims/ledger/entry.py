"""One entry of a ledger: its keys, what is wrong with them, and the row that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from factcheck.claims.aliases import canonical_key
from factcheck.claims.attributes import Attribute, vocabulary
from factcheck.claims.causes import causes
from factcheck.claims.ledger.fact import Fact
from factcheck.claims.ledger.value import Stated, state
from factcheck.claims.nouns import group
from factcheck.claims.row import Row
from factcheck.errors import Problem
from factcheck.inputs._dates import HINT, iso
from factcheck.model import KINDS, Claim, Document, Span
from factcheck.text.tokens import tokenise
from factcheck.text.words import noun_lemma, small_words, verb_lemma
from factcheck.units import Units
from factcheck.yamlfile import Node

CODE = "ledger"  # of the problems here
NEEDED = ("subject", "attribute", "value")
KEYS = (*NEEDED, "source", "as of", "noun", "kind", "url", "authority")
READ = ("quantity", "count", "ordinal", "percent", "money", "date", "duration", "age")  # kinds of value
YES, NO = ("yes", "true"), ("no", "false")
NEAR = 0.75  # likeness from which a word is taken for a slip of another


@dataclass(slots=True)
class Reading:
    """A ledger on its way: `starts` are the offsets of its lines."""

    document: Document
    units: Units
    starts: list[int]
    problems: list[Problem] = field(default_factory=list)

    def tell(self, node: Node, message: str, hint: str = "", at_key: bool = False) -> None:
        """Adds a problem at a node, or at its key."""
        self.problems.append(node.problem(message, hint, CODE, at_key))

    def offset(self, node: Node) -> int:
        """Where in the text a node begins."""
        return self.starts[node.line - 1] + node.column - 1


def read_fact(entry: Node, reading: Reading) -> Fact | None:
    """One fact, or None with the problems told."""
    if not isinstance(entry.value, dict):
        reading.tell(entry, "a fact has keys", f"write {', '.join(f'{key}: …' for key in NEEDED)}")
        return None
    given = _given(entry, reading)
    missing = [key for key in NEEDED if key not in given or not given[key].value.strip()]
    if missing:
        reading.tell(entry, f"a fact without {' and '.join(missing)}: it is left out")
        return None
    words = {key: node.value.strip() for key, node in given.items()}
    if (kind := words.get("kind", "")) and kind not in READ:
        hint = _meant(kind, READ) or (f"a ledger holds {', '.join(READ)}" if kind in KINDS else "")
        reading.tell(given["kind"], f"no fact can be of the kind “{kind}”: it is left out", hint)
        return None
    as_of = _date(given.get("as of"), reading)
    entries = _attributes(words["attribute"])
    asked = words["value"], words.get("noun", ""), words["attribute"], kind
    stated = state(*asked, entries, reading.units)
    if isinstance(stated, str) and not _certain(words["attribute"]):
        stated = state(*asked, (), reading.units)  # "limit": a speed limit, or one of another kind
    if isinstance(stated, str):
        reading.tell(given["value"], stated, "the fact is left out")
        return None
    if not entries and (meant := _meant(words["attribute"].lower(), vocabulary().by_name)):
        message = f"no property is known as “{words['attribute']}”; it is looked for by its words"
        reading.tell(given["attribute"], message, meant)
    name, sort = _named(words["subject"])
    keys = (canonical_key(words["subject"]), canonical_key(words["subject"], "person"), canonical_key(name))
    return Fact(
        row=_row(words, stated, given, entry, as_of, reading),
        keys=frozenset(keys),
        subject=frozenset(_lemmas(words["subject"])),
        attribute=frozenset(_lemmas(words["attribute"])),
        causes=causes(tokenise(words["subject"])),
        as_of=as_of,
        source=words.get("source", ""),
        url=words.get("url", ""),
        authority=_truth(given.get("authority"), reading),
        named=any(word[:1].isupper() for word in words["subject"].split()),
        sort=sort,
    )


def _named(subject: str) -> tuple[str, str]:
    """The name and the common noun of "Osk dam", which a text calls Osk; for others the subject and ""."""
    name, _, noun = subject.strip().rpartition(" ")
    return (name, noun_lemma(noun)) if name and name[0].isupper() and noun.islower() else (subject, "")


def _given(entry: Node, reading: Reading) -> dict[str, Node]:
    """The keys that are known and hold words; "as_of" is "as of"."""
    found: dict[str, Node] = {}
    for written, node in entry.value.items():
        key = written.replace("_", " ")
        if key not in KEYS:
            hint = _meant(key, KEYS) or f"keys: {', '.join(KEYS)}"
            reading.tell(node, f"no key is called “{written}”: it is not used", hint, True)
        elif not isinstance(node.value, str):
            reading.tell(node, f"“{written}” takes words, not a list or more keys")
        else:
            found[key] = node
    return found


def _meant(word: str, choices: Iterable[str]) -> str:
    close = [each for each in get_close_matches(word, list(choices), 3, NEAR) if _slipped(word, each)]
    return f"did you mean “{close[0]}”?" if close and close[0] != word else ""


def _slipped(given: str, meant: str) -> bool:
    """Whether word for word one is the other, misspelled: a rate limit is no time limit."""
    pairs = list(zip(given.split(), meant.split(), strict=False))
    return given.count(" ") != meant.count(" ") or all(get_close_matches(a, [b], 1, NEAR) for a, b in pairs)


def _date(node: Node | None, reading: Reading) -> str:
    if node is None or not node.value:
        return ""
    day = iso(node.value)
    if day is None:
        reading.tell(node, f"“{node.value}” is no date; it is not used", HINT)
    return (day or "")[:10]


def _truth(node: Node | None, reading: Reading) -> bool:
    if node is None or node.value.lower() in YES:
        return True
    if node.value.lower() not in NO:
        reading.tell(node, f"“{node.value}” is neither yes nor no; it is taken for yes")
        return True
    return False


def _attributes(written: str) -> tuple[Attribute, ...]:
    """What the vocabulary knows under a name, noun, adjective or verb; () for a user's own property."""
    words = vocabulary()
    name = written.lower()
    if name in words.by_name:
        return (words.by_name[name],)
    parts = name.split()
    lemmas = (*parts[:-1], noun_lemma(parts[-1]))
    found = words.nouns.get(lemmas) or words.adjectives.get(tuple(parts))
    if found is None and lemmas[-1] in words.counted:
        return (words.counted[lemmas[-1]],)
    return found or words.verbs.get((verb_lemma(parts[0]) or parts[0], *parts[1:])) or ()


def _certain(attribute: str) -> bool:
    """Whether a property's name leaves no doubt what is measured; a single noun may have other senses."""
    return attribute.lower() in vocabulary().by_name or " " in attribute


def _lemmas(written: str) -> list[str]:
    """The content words, as they stand in `Row.words`."""
    tokens = tokenise(written).lower
    words = [word for word in tokens if word[0].isalnum() and word not in small_words()]
    return [noun_lemma(word) if verb_lemma(word) is None else verb_lemma(word) or word for word in words]


def _row(
    words: dict[str, str], stated: Stated, given: dict[str, Node], entry: Node, as_of: str, reading: Reading
) -> Row:
    document = reading.document
    span, sentence = _places(given["value"], entry, reading)
    attribute = stated.attribute
    told = attribute is not None and attribute.standing  # as in a text, the property says what is counted
    scope = {**stated.scope, **({"as of": as_of} if as_of else {})}
    claim = Claim(
        id=f"{document.id}:{span.start}-{span.end}:{stated.kind}",
        kind=stated.kind,
        subject=words["subject"],
        attribute=attribute.name if attribute else words["attribute"].lower(),
        value=stated.value,
        span=span,
        sentence=sentence,
        scope=dict(sorted(scope.items())),
        flags=("ledger",),
        canonical=stated.canonical,
        noun=stated.noun,
        text=document.text[span.start : span.end],
    )
    return Row(
        claim=claim,
        sentence=0,
        kind=stated.kind,
        dimension=stated.dimension,
        attribute=attribute.name if attribute else "",
        named=attribute is not None,
        family=attribute.family if attribute and not told else "",
        growing=bool(attribute and attribute.growing),
        head="" if told else stated.head,
        group="" if told else group(stated.noun.lower().split()),
        subject=canonical_key(words["subject"]),
    )


def _places(value: Node, entry: Node, reading: Reading) -> tuple[Span, Span]:
    """Where a fact's value stands in its file, and the whole fact."""
    text, name = reading.document.text, reading.document.id
    start = reading.offset(value)
    start += text[start] in "'\""
    as_written = text.startswith(value.value, start)  # not when folded over lines, or escaped
    end = start + len(value.value) if as_written else start + len(text[start:].partition("\n")[0])
    nodes = [node for child in entry.value.values() for node in (child.key or child, child)]
    first = min(reading.offset(node) for node in nodes)
    last = text.find("\n", max(reading.offset(node) for node in nodes))
    return Span(name, start, end), Span(name, first, max(end, last if last >= 0 else len(text)))
