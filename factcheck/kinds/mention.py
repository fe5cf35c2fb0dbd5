"""`Mention`: a value found in a sentence, before anybody knows what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Value


@dataclass(slots=True)
class Mention:
    """A value and its place: `text[start:end]`, tokens `first`..`last` (half-open) of its sentence.

    The span covers number, unit and the words of its bound ("about 995 miles"); for counts it ends
    with the counted noun phrase. `noun` is that phrase as written, `incidental` says why a number
    is no claim ("version", "name", "score", "list-number", …). `restates` is the mention that this
    one gives again in another unit: "2,500 km (1,500 miles)". `scope` holds what the phrase itself
    says about the value ("per": "day", "change": "up", "of": "revenue").
    """

    kind: str
    value: Value
    start: int
    end: int
    first: int
    last: int
    noun: str = ""
    incidental: str = ""
    restates: Mention | None = None
    scope: dict[str, str] | None = None
    flags: tuple[str, ...] = ()
