"""Do two statements of manuals stand where they can be of one thing, and hold under one condition?"""

from __future__ import annotations

import re
from collections.abc import Container

from factcheck.claims.aliases import canonical_key
from factcheck.claims.linking import linking
from factcheck.claims.phrasing import heading, terms
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.pair import Reason

FORM = 3  # headings that two pages of one form have in common, and half of those that one has

CODE = re.compile(r"^\S*(?:_|::|\(\))\S*$")  # a title that is a name in code
MARKS = ".,:;!?()`*–-"
NAMED = 2  # words that name a thing wherever it stands


def apart(a: Row, b: Row) -> Reason | None:
    """Whether two numbers of what only its place tells (the VALUE, the second ARGUMENT) stand under other
    headings, or one of two statements holds only under a condition ("during an update")."""
    if (found := labels(a, b)) is not None:
        return found
    same = bool(a.told) and a.told == b.told
    if not same and unnamed(a) and unnamed(b) and not one(a, b):
        return "different-section", f"{_shown(a)} and {_shown(b)}"
    return conditions(a, b)


def versions(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether two figures are of two versions, as the headings above them tell, or for what is generally so
    the names of their files."""
    one, two = a.edition, b.edition
    if not (one and two):
        if mine.edition == other.edition or not (_is_standing(a) and _is_standing(b)):
            return None  # one folder says nothing of a page of it
        one, two = (row.edition or frozenset(page.edition.split()) for row, page in ((a, mine), (b, other)))
    if not one or not two or any(_is_within(x, y) or _is_within(y, x) for x in one for y in two):
        return None
    return "different-version", f"{min(one)} and {min(two)}"


def _is_standing(row: Row) -> bool:
    return row.general or row.incidental or bool(row.told)


def _is_within(version: str, line: str) -> bool:
    """Whether a version is of a line of them, as 2.4 is of 2 and of 2.x."""
    return version == line or version.startswith(line.removesuffix("x").rstrip(".") + ".")


def siblings(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether two pages are of one form, with the same headings below titles that differ: what they say
    without a name is said of their titles."""
    if mine.title == other.title or not (a.told or a.incidental or not a.subject):
        return None
    if not _two_titles(mine.title, other.title):
        return None
    if CODE.search(mine.title) and CODE.search(other.title):  # each page is on one command
        return "different-section", f"“{mine.title}” and “{other.title}”"
    common = len(mine.headings & other.headings)
    if common < FORM or 2 * common < min(len(mine.headings), len(other.headings)):
        return None
    return "different-section", f"“{mine.title}” and “{other.title}”"


def chapters(mine: Profile, other: Profile) -> Reason | None:
    """Whether the titles of two pages name two things of one product, as two of its commands: a short name in
    code may be an option of both. "Guide" and "Configuration" name none."""
    words, others = (heading(_bare(page.title)) for page in (mine, other))
    if words <= others or others <= words:
        return None
    return "different-section", f"“{mine.title}” and “{other.title}”"


def _bare(title: str) -> list[str]:
    return [word.strip(MARKS) for word in title.split()]


def _two_titles(one: str, two: str) -> bool:
    """Whether two titles name two things: neither is the other with more words ("Setup", "Setup on Linux"),
    but for identifiers ("apple-ios", "apple-ios-sim")."""
    if not one or not two or one == two:
        return False
    shorter, longer = sorted((one, two), key=len)
    words, more = set(shorter.split()), set(longer.split())
    return not words <= more or longer.startswith(shorter + "-")


def conditions(a: Row, b: Row) -> Reason | None:
    """Whether one of two statements holds only under a condition that it opens with: "during an update", or
    both hold under other figures: with 4 kg, with 9 kg."""
    if a.given and b.given and (found := _other_case(a, b)) is not None:
        return found
    if not a.when and not b.when:
        return None
    for row, other in ((a, b), (b, a)):
        only = row.when - other.when - other.words - other.told - other.around
        if only and (row.told or row.general) and (other.told or other.general):
            return "different-condition", f"{min(only)} in one"
    return None


def limits(a: Row, b: Row) -> Reason | None:
    """Whether a table's row gives the highest, lowest or standard value of a thing, and the other statement
    some value of it."""
    if a.degree == b.degree or not (a.labelled or b.labelled):
        return None
    return "different-scope", f"{a.degree or 'no limit'} and {b.degree or 'no limit'}"


def case(row: Row, other: Row) -> Reason | None:
    """Whether a statement tells of one case what the other one says is always so ("in our test it used 170
    kWh"), or of the part that its own heading names ("Sailing week")."""
    if not other.general:
        return None
    known = other.when | other.words | other.told | other.around
    only = row.when - known if not row.general else terms((row.thing, *row.modifiers)) & row.near - known
    return ("different-condition", f"{min(only)} in one") if only else None


def _other_case(a: Row, b: Row) -> Reason | None:
    """Whether two statements give other figures of one kind that they hold under, and none in common."""
    for kind, unit in sorted({each[:2] for each in a.given} & {each[:2] for each in b.given}):
        mine, other = ({each for each in row.given if each[:2] == (kind, unit)} for row in (a, b))
        if mine.isdisjoint(other):
            one, two = (f"{min(each)[2]:f} {unit}".strip() for each in (mine, other))
            return "different-condition", f"{one} and {two}"
    return None


def placed(a: Row, b: Row) -> Reason | None:
    """Whether two figures stand beside labels under other headings: "Default: 20" of two calls."""
    if a.labelled and b.labelled and not one(a, b):
        return "different-section", f"{_shown(a)} and {_shown(b)}"
    return None


def labels(a: Row, b: Row) -> Reason | None:
    """The same, or whether two numbers that name something stand beside labels of two things."""
    if a.incidental and a.head != b.head and (a.labelled or b.labelled):
        return "different-section", f"{a.head or 'no label'} and {b.head or 'no label'}"
    return placed(a, b)


def contained(a: Row, b: Row, names: Container[str] = ()) -> bool:
    """Whether two statements are told in the same words, as far as they do not stand around the other one;
    `names` are words that both texts are on."""
    mine, other = (_said(row, names) for row in (a, b))
    if not mine and not other:  # "up to 64 devices"
        return bool(a.head) and a.head == b.head and bool(a.degree) and a.degree == b.degree
    return bool(mine & other) and mine - other <= b.around and other - mine <= a.around


def narrower(a: Row, b: Row) -> Reason | None:
    """Whether one statement is told in the words of the other and more ("events", "events in test mode"),
    or stands under other headings."""
    # "access tokens", "Warranty: two years": whatever the page is on
    named = a.told == b.told and (len(a.told) >= NAMED or (a.labelled != b.labelled and bool(a.attribute)))
    if a.near and b.near and not named and not one(a, b):
        return "different-section", f"{_shown(a)} and {_shown(b)}"
    for row, other in ((a, b), (b, a)):
        more = row.told - other.told - other.around
        if more and other.told and other.told < row.told:
            return "different-condition", f"{min(more)} in one"
    return None


def _said(row: Row, names: Container[str]) -> set[str]:
    counted = terms([row.head]) if row.kind == "count" else frozenset()
    return {word for word in row.told - counted if canonical_key(word) not in names}


def one(a: Row, b: Row) -> bool:
    """Whether the headings above two statements say the same, as far as one says less than the other."""
    return a.near <= b.near or b.near <= a.near


def unnamed(row: Row) -> bool:
    """Whether nothing but its place says of what a count is."""
    if row.kind != "count" or row.attribute:
        return False
    return not row.head or row.head in linking().positions or row.head in linking().relational


def _shown(row: Row) -> str:
    return " ".join(sorted(row.near)) or "no heading"
