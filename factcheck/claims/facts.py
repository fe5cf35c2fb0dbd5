"""A ledger: facts that somebody vouches for, in a YAML file, as rows that texts are measured by.

    - subject: Tomahawk
      attribute: range
      value: 2,500 km
      source: Navy fact sheet, 2024
      as of: 2024-05-01

The file is a document of its own, so that a deviation leads to the line of the fact. Values are read
as in any text; what is wrong with one fact is a problem with its place, and the others still count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from factcheck.claims.aliases import canonical_key
from factcheck.claims.attributes import Attribute, vocabulary
from factcheck.claims.causes import causes
from factcheck.claims.factvalue import Stated, state
from factcheck.claims.nouns import group
from factcheck.claims.row import Row
from factcheck.errors import FactcheckError, Problem
from factcheck.model import KINDS, Claim, Document, Span
from factcheck.text.tokens import tokenise
from factcheck.text.words import noun_lemma, small_words, verb_lemma
from factcheck.units import Units
from factcheck.yamlfile import Node, parse

CODE = "ledger"  # of the problems here
NEEDED = ("subject", "attribute", "value")
KEYS = (*NEEDED, "source", "as of", "noun", "kind", "url", "authority")
READ = ("quantity", "count", "ordinal", "percent", "money", "date", "duration", "age")  # kinds of value
YES, NO = ("yes", "true"), ("no", "false")
NEAR = 0.75  # likeness from which a word is taken for a slip of another


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its row, and what it is found by.

    `keys`: of the subject as a name; `subject`, `attribute`: their words as lemmas; `causes`: those of
    an event that is the subject; `as_of`: ISO date or ""; `authority`: whether a text that deviates
    is in error, or only another source says otherwise.
    """

    row: Row
    keys: frozenset[str]
    subject: frozenset[str]
    attribute: frozenset[str]
    causes: frozenset[str] = frozenset()
    as_of: str = ""
    source: str = ""
    url: str = ""
    authority: bool = True
    named: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """A ledger as it was read."""

    document: Document
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Reading:
    """A ledger on its way: `starts` are the offsets of its lines."""

    document: Document
    units: Units
    starts: list[int]
    problems: list[Problem] = field(default_factory=list)

    def tell(self, node: Node, message: str, hint: str = "", at_key: bool = False) -> None:
        self.problems.append(node.problem(message, hint, CODE, at_key))

    def offset(self, node: Node) -> int:
        return self.starts[node.line - 1] + node.column - 1


def read_facts(path: str | Path) -> Facts:
    """The ledger in a file; FactcheckError when it cannot be read or is no YAML at all."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise FactcheckError(Problem(CODE, f"the ledger cannot be read: {reason}", str(path))) from None
    return parse_facts(text, str(path))


def parse_facts(text: str, source: str) -> Facts:
    """The ledger in a text: a list of facts, or `facts:` with that list."""
    root = parse(text, source)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    reading = _Reading(Document(source=source, text=text, title="ledger"), Units.default(), starts)
    entries = root.value.get("facts", root) if isinstance(root.value, dict) else root
    if not isinstance(entries.value, list):
        raise FactcheckError(entries.problem("a ledger is a list of facts", f"each with {', '.join(NEEDED)}", CODE))
    read = [(entry, fact) for entry in entries.value if (fact := _fact(entry, reading)) is not None]
    kept = _told_apart(read, reading)
    return Facts(reading.document, tuple(kept), tuple(reading.problems))


def _fact(entry: Node, reading: _Reading) -> Fact | None:
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
        reading.tell(given["kind"], f"no fact can be of the kind “{kind}”", hint)
        return None
    as_of = _date(given.get("as of"), reading)
    entries = _attributes(words["attribute"])
    stated = state(words["value"], words.get("noun", ""), words["attribute"], kind, entries, reading.units)
    if isinstance(stated, str):
        reading.tell(given["value"], stated, "the fact is left out")
        return None
    if not entries and (meant := _meant(words["attribute"].lower(), vocabulary().by_name)):
        reading.tell(given["attribute"], f"no property is known as “{words['attribute']}”; it is looked for by its words", meant)
    return Fact(
        row=_row(words, stated, given, entry, as_of, reading),
        keys=frozenset((canonical_key(words["subject"]), canonical_key(words["subject"], "person"))),
        subject=frozenset(_lemmas(words["subject"])),
        attribute=frozenset(_lemmas(words["attribute"])),
        causes=causes(tokenise(words["subject"])),
        as_of=as_of,
        source=words.get("source", ""),
        url=words.get("url", ""),
        authority=_truth(given.get("authority"), reading),
        named=any(word[:1].isupper() for word in words["subject"].split()),
    )


def _given(entry: Node, reading: _Reading) -> dict[str, Node]:
    """The keys that are known and hold words; "as_of" is "as of"."""
    found: dict[str, Node] = {}
    for written, node in entry.value.items():
        key = written.replace("_", " ")
        if key not in KEYS:
            reading.tell(node, f"no key is called “{written}”: it is not used", _meant(key, KEYS) or f"keys: {', '.join(KEYS)}", True)
        elif not isinstance(node.value, str):
            reading.tell(node, f"“{written}” takes words, not a list or more keys")
        else:
            found[key] = node
    return found


def _meant(word: str, choices: Iterable[str]) -> str:
    close = get_close_matches(word, list(choices), 1, NEAR)
    return f"did you mean “{close[0]}”?" if close and close[0] != word else ""


def _date(node: Node | None, reading: _Reading) -> str:
    if node is None or not node.value:
        return ""
    try:
        return date.fromisoformat(node.value).isoformat()
    except ValueError:
        reading.tell(node, f"“{node.value}” is no date; it is not used", "write it as 2024-05-31")
        return ""


def _truth(node: Node | None, reading: _Reading) -> bool:
    if node is None or node.value.lower() in YES:
        return True
    if node.value.lower() not in NO:
        reading.tell(node, f"“{node.value}” is neither yes nor no; it is taken for yes")
        return True
    return False


def _attributes(written: str) -> tuple[Attribute, ...]:
    """What the vocabulary knows under a name, noun, adjective or verb; () for a property of the user's own."""
    words = vocabulary()
    name = written.lower()
    if name in words.by_name:
        return (words.by_name[name],)
    parts = name.split()
    lemmas = (*parts[:-1], noun_lemma(parts[-1]))
    verb = (verb_lemma(parts[0]) or parts[0], *parts[1:])
    return words.nouns.get(lemmas) or words.adjectives.get(tuple(parts)) or words.verbs.get(verb) or ()


def _lemmas(written: str) -> list[str]:
    """The content words, as they stand in `Row.words`."""
    tokens = tokenise(written).lower
    words = [word for word in tokens if word[0].isalnum() and word not in small_words()]
    return [noun_lemma(word) if verb_lemma(word) is None else verb_lemma(word) or word for word in words]


def _row(words: dict[str, str], stated: Stated, given: dict[str, Node], entry: Node, as_of: str, reading: _Reading) -> Row:
    document, node = reading.document, given["value"]
    start = reading.offset(node)
    quoted = document.text[start : start + 1] in ("'", '"')
    start += quoted
    written = node.value if document.text.startswith(node.value, start) else document.text[start:].partition("\n")[0]
    lead = len(written) - len(written.lstrip())
    span = Span(document.id, start + lead, start + max(len(written.rstrip()), lead + 1))
    first = min(reading.offset(child.key or child) for child in entry.value.values())
    last = max(child.line for child in given.values())
    end = max(span.end, len(document.text[: reading.starts[min(last, len(reading.starts) - 1)]].rstrip()))
    attribute = stated.attribute
    noun = tuple(stated.noun.lower().split())
    claim = Claim(
        id=f"{document.id}:{span.start}-{span.end}:{stated.kind}",
        kind=stated.kind,
        subject=words["subject"],
        attribute=attribute.name if attribute else words["attribute"].lower(),
        value=stated.value,
        span=span,
        sentence=Span(document.id, first, end),
        scope=dict(sorted({**stated.scope, **({"as of": as_of} if as_of else {})}.items())),
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
        family=attribute.family if attribute else "",
        growing=bool(attribute and attribute.growing),
        head=stated.head,
        group=group(noun),
        subject=canonical_key(words["subject"]),
    )


def _told_apart(read: Sequence[tuple[Node, Fact]], reading: _Reading) -> Iterator[Fact]:
    """The facts without doubles; of two that contradict each other neither is used."""
    same: dict[tuple[object, ...], list[tuple[Node, Fact]]] = defaultdict(list)
    for entry, fact in read:
        row = fact.row
        scope = tuple((key, value) for key, value in row.claim.scope.items())
        name = row.attribute or tuple(sorted(fact.attribute))
        same[row.subject, name, row.kind, row.dimension, row.head, scope].append((entry, fact))
    dropped: set[int] = set()
    for entries in same.values():
        first, one = entries[0]
        for other, two in entries[1:]:
            where = f"line {first.line}"
            if one.row.claim.canonical == two.row.claim.canonical:
                reading.tell(other, f"the same fact stands in {where}", "remove one")
                dropped.add(id(two))
                continue
            message = f"“{two.row.claim.text}” contradicts “{one.row.claim.text}” in {where}: neither is used"
            reading.tell(other, message, "remove one, or give each its own “as of”")
            dropped.update((id(one), id(two)))
    return (fact for _, fact in read if id(fact) not in dropped)
