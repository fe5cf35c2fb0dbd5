"""What an editor is told of a finding: the sentence of the rule, and why the claims are comparable."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.row import Row
from factcheck.compare.pair import Pair
from factcheck.model import Verdict
from factcheck.rulebook.rule import Rule

SHOWN = 3  # of the words that two sentences share


def explanation(pair: Pair, others: Sequence[Row], rule: Rule, verdict: Verdict) -> str:
    """The rule's message with this pair's words; `others` are the claims that stand against the first."""
    a, b = pair.a, pair.b
    words = {
        "subject": a.claim.subject or b.claim.subject or _thing(a, b),
        "attribute": a.attribute or b.attribute or a.head or a.kind,
        "noun": a.head or a.claim.noun or b.claim.noun,
        "a": a.claim.text,
        "b": ", ".join(row.claim.text for row in others),
        "a_source": a.claim.span.document,
        "b_source": b.claim.span.document,
        "speaker": a.claim.speaker or b.claim.speaker or "the source",
        "detail": verdict.detail,
    }
    return rule.message.format_map(words)


def _thing(a: Row, b: Row) -> str:
    """What both tell of without a name: "the token", "port"."""
    if a.incidental and a.head and a.head == b.head:
        return a.head
    return f"the {a.thing}" if a.thing and a.thing == b.thing else "the texts"


def joined(pair: Pair) -> tuple[str, ...]:
    """What brought two claims together, one line each."""
    a, b, tie = pair.a, pair.b, pair.tie
    match pair.via:
        case "copy" if tie:
            return (f"both texts have the sentence, {tie}",)
        case "copy":
            return (f"the sentences share {pair.share:.0%} of their words",)
        case "event":
            return tie, f"both say how many were {a.attribute}"
        case "occasion" | "general" | "key" | "name" | "telling":
            return (tie,)
        case "property":
            return (f"both give the {a.attribute} of {a.claim.subject or b.claim.subject or tie}",)
        case "subject":
            return (f"both are about {a.claim.subject}",)
        case "noun":
            shown = next((row.claim.subject for row in (a, b) if row.subject == tie), tie.title())
            return (f"both sentences name {shown}",)
        case "words":
            words = ", ".join(sorted(a.words & b.words)[:SHOWN])
            return (f"both give the {a.attribute} in a sentence on {words}",)
        case "counterpart":
            words = ", ".join(sorted(a.company & b.company)[:SHOWN])
            told = "both texts tell one story, and each of these figures alone"
            return (told, f"around both figures: {words}") if words else (told,)
        case "story":
            return (f"both texts tell one story, with {tie} in common",)
        case "post":
            return (f"both texts tell one story, and give {tie} one office each",)
        case "quote":
            known = a.speaker or b.speaker
            return (f"both quote {a.claim.speaker or b.claim.speaker if known else 'somebody'}",)
    return pair.evidence


def comparable(pair: Pair) -> tuple[str, ...]:
    """Why two claims may be compared, one line each: what joined them, subject, attribute, time, speaker."""
    a, b = pair.a, pair.b
    if pair.via in ("inside", "quote", "name", "post"):
        return joined(pair)
    lines = [*joined(pair)]
    if a.claim.subject and a.claim.subject == b.claim.subject:
        lines.append(f"subject: {a.claim.subject} in both")
    lines += [line for line in (_attribute(a, b), _time(a, b)) if line]
    return tuple(dict.fromkeys(lines))


def _attribute(a: Row, b: Row) -> str:
    if a.attribute and a.attribute == b.attribute:
        return f"attribute: {a.attribute} in both"
    named, other = (a, b) if a.attribute else (b, a)
    if not named.attribute:
        return f"counted: {a.head} in both" if a.head and a.head == b.head else ""
    word = f"“{other.claim.noun}”" if other.claim.noun else "no word for it"
    return f"attribute: {named.attribute} in one; the other has {word}, and is a {other.dimension} too"


def _time(a: Row, b: Row) -> str:
    if a.days and b.days:
        return f"time: {_stretch(a)} and {_stretch(b)} meet"
    one = a if a.days else b
    return f"time: {_stretch(one)} in one, not said in the other" if one.days else ""


def _stretch(row: Row) -> str:
    first, last = row.days[0]
    return first if first == last else f"{first} to {last}"
