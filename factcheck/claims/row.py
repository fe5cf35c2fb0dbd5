"""`Row`: a claim with the plain columns that decide what it may be compared with.

Everything in a row is a string, a number, a flag or a small set of strings, so that candidates can
be found by equality of columns: in a dict here, as SQL elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Claim, Period

Days = tuple[str, str]  # first and last day, ISO


class Spoken(NamedTuple):
    """A time that hangs on an unknown year or day of publication, as of the anchor: `form` (weekday,
    day, month, quarter …) tells which of them can be set against each other."""

    form: str
    first: str
    last: str


class Key(NamedTuple):
    """A setting by its name in code. `name`: the identifier, however it is spelt, "" for none; `parts`: how
    many words it has; `degree`: whether the value is its default, maximum or minimum, a recommended one or
    one that a line of a file sets, "" for its value."""

    name: str = ""
    parts: int = 0
    degree: str = ""


NO_KEY = Key()


@dataclass(slots=True)
class Row:
    """One claim and its columns.

    `dimension`: length, mass, currency:USD, count, percent, date …; `named`: the attribute is named by a
    noun or adjective, not only by a verb; `head`: lemma of the counted or
    ordered noun; `group`: the group of people counted ("" everybody); `subject`: key of the entity
    ("" unknown), `subject_head`: lemma of the subject's last word when it is a common noun, `subject_of`:
    of what it is ("the auction of LETTERS"), `beside`: key of what it is merely in or at ("the lake in X");
    `days`: calendar days stated for it, `spoken`: those that hang on an unknown date of publication,
    `as_of`: those up to which it counts;
    `causes`, `places`, `names`, `words`: of its sentence; `company`: those words next to the value; `part`:
    the value is a part of another one;
    `aside`: the
    sentence puts it outside the text's event; `stale`: the text calls it overtaken; `back`: it is of an
    earlier time than its text ("four years ago"); `reached`: its verb has led to it ("was extended TO 25");
    `led`: which end of a range is the new figure ("rose from 12 to 15": high);
    `tense`: whether it is told of now, as usual, of the past or of once ("" where nothing says so);
    `speaker`: key of the source, `verb`: lemma of the governing verb; `incidental`: no claim;
    `vague`: a number without a figure ("dozens"); `partners`: who takes part in what an ordinal counts;
    `running`: the sentence counts over a stretch of time ("since January", "this year");
    `general`: it tells what is so at any time, then `thing` is the lemma of its subject's noun, `modifiers`
    those of the words before it; `told`: what a statement is of, in words that paraphrases share, `degree`:
    whether it is the default, the maximum or the minimum, `labelled`: a label or a table's row says it,
    `when`: words of what it holds under ("during an update"), `given`: figures of that ("at 20 °C") by
    kind and unit;
    `near`, `around`: words of the heading above, of all headings and labels around, `edition`: numbers of
    versions that those name; `key`: the setting that the value is of, by its name in code;
    `print`: fingerprint of its sentence.
    """

    claim: Claim
    sentence: int
    kind: str
    dimension: str
    attribute: str = ""
    named: bool = False
    family: str = ""
    growing: bool = False
    head: str = ""
    group: str = ""
    subject: str = ""
    subject_head: str = ""
    subject_of: str = ""
    beside: str = ""
    verb: str = ""
    days: tuple[Days, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    as_of: tuple[Spoken, ...] = ()
    causes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    part: bool = False
    aside: bool = False
    stale: bool = False
    back: bool = False
    reached: bool = False
    led: str = ""
    tense: str = ""
    speaker: str = ""
    incidental: bool = False
    vague: bool = False
    partners: frozenset[str] = frozenset()
    running: bool = False
    general: bool = False
    thing: str = ""
    modifiers: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    degree: str = ""
    labelled: bool = False
    when: frozenset[str] = frozenset()
    given: frozenset[tuple[str, str, Decimal]] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    edition: frozenset[str] = frozenset()
    key: Key = NO_KEY
    print: str = ""
    document: int = -1
    restated: tuple[Claim, ...] = field(default=())

    @property
    def granularity(self) -> str:
        """The size of a date ("day", "year"), "" for other values."""
        return self.claim.value.granularity if isinstance(self.claim.value, Period) else ""
