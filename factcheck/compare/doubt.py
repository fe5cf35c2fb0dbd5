"""What makes it unlikely that two values that differ are of one thing.

What two writers say of one thing differs little, or by a slip of the pen. What only a word, a name or a
property has brought together and lies farther apart is told of two things; nothing shows which.
"""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.joins import odds
from factcheck.compare.pair import Pair, Reason
from factcheck.compare.slips import slip
from factcheck.model import Interval

FAR = 1.0  # power of ten
LOOSE = frozenset(("property", "subject", "noun", "words", "telling", "story"))  # joins by little
BY_NAME = frozenset(("property", "noun", "story"))  # … and by a name that is not what the values are said of
MEASURED = frozenset(("quantity", "money", "percent", "duration", "count", "age"))


def doubt(pair: Pair) -> Reason | None:
    """Why two clashing values are hardly of one thing."""
    a, b = pair.a, pair.b
    if pair.via not in LOOSE or a.kind not in MEASURED:
        return None
    apart, values = _apart(a, b), f"{a.claim.text} and {b.claim.text}"
    if apart > FAR and slip(a.claim, b.claim) is None:
        return "far-apart", f"{values}, and no slip between them"
    known = odds.counted(a, b) if pair.via == "story" else 0.0
    if pair.via in BY_NAME and not _of_one(a, b) and not odds.are_told_alike(a, b, apart, known):
        return "little-evidence", f"{values}, and few words in common"
    return None


def _of_one(a: Row, b: Row) -> bool:
    """Whether two values have one subject, or that of one is all that the other's sentence names."""
    if a.subject and b.subject:
        return a.subject == b.subject
    subject = a.subject or b.subject
    return bool(subject) and (b if a.subject else a).names <= {subject}


def _apart(a: Row, b: Row) -> float:
    """How many powers of ten lie between two figures; 0 for values that are none."""
    one, two = a.claim.canonical, b.claim.canonical
    if not (isinstance(one, Interval) and isinstance(two, Interval)) or not (one.figure and two.figure):
        return 0.0
    return abs(odds.size(one.figure) - odds.size(two.figure))
