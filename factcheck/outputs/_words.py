"""What several formats say in the same words: order, places, values, one line for a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from hashlib import sha256

from factcheck.errors import SETUP, Problem
from factcheck.inputs import UNREAD
from factcheck.jsontypes import (
    ConflictRecord,
    CoverageRecord,
    ProblemRecord,
    ReportRecord,
    SideRecord,
    ValueRecord,
)
from factcheck.outputs._units import convert, shown
from factcheck.record import number

SEVERITIES = ("error", "warning", "note")
# Control characters and direction overrides could make a terminal or a page show something else.
UNSAFE = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
CUT = "…"
FEWEST_DIGITS = 4  # of a value in another unit
CLOSE = ("%", "°C", "°F")  # stand at the figure


def worst_first(conflicts: Iterable[ConflictRecord]) -> list[ConflictRecord]:
    """Sorted by severity, conflicts before revised before spread, otherwise in their own order."""
    outcomes = ("conflict", "revised", "spread")
    return sorted(conflicts, key=lambda c: (SEVERITIES.index(c["severity"]), outcomes.index(c["outcome"])))


def open_findings(report: ReportRecord) -> list[ConflictRecord]:
    """Those that no decision settles, worst first."""
    return worst_first(conflict for conflict in report["conflicts"] if conflict["state"] != "settled")


def grave(problem: ProblemRecord) -> bool:
    """Whether a problem alone fails a run: something was not read, or is set up wrong."""
    return problem["code"] in UNREAD or problem["code"] in SETUP


def idle(report: ReportRecord) -> list[ProblemRecord]:
    """Suppressions that settle nothing: findings at a place, where a platform shows only findings."""
    return [each for each in report["problems"] if each["code"] == "suppression" and each["line"]]


def mark(problem: ProblemRecord) -> str:
    """What tells a problem from others, without its line."""
    words = "\n".join((problem["code"], problem["source"], problem["message"]))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def decided(conflict: ConflictRecord) -> str:
    """The decision on a finding in one line, "" when there is none."""
    decision = conflict["decision"]
    if decision is None:
        return ""
    why = f" ({decision['reason']})" if decision["reason"] else ""
    by = ", ".join(clean(word) for word in (decision["who"], decision["when"]) if word)
    return decision["verdict"] + why + "".join(f" — {clean(word)}" for word in (decision["note"], by) if word)


def place(side: SideRecord) -> str:
    """`source:line:column`."""
    return f"{clean(side['source'])}:{side['line']}:{side['column']}"


def clean(text: str) -> str:
    """One line that is safe to show: white space as single blanks, control characters as �."""
    return UNSAFE.sub("\ufffd", " ".join(text.split()))


def topic(conflict: ConflictRecord) -> str:
    """What it is about: "Tomahawk · range"."""
    return clean(" · ".join(part for part in (conflict["subject"], conflict["attribute"]) if part)) or "?"


def headline(conflict: ConflictRecord) -> str:
    """One line that says what clashes; the rule's message, else the values side by side."""
    if conflict["explanation"]:
        return clean(conflict["explanation"])
    return f"{topic(conflict)}: {' against '.join(clean(side['text']) for side in conflict['claims'])}"


def side_line(side: SideRecord) -> str:
    """A side in one line: place, date, speaker, the value as written."""
    known = ", ".join(clean(word) for word in (side["published"], side["speaker"]) if word)
    return f"{place(side)}{f' ({known})' if known else ''}: {clean(side['text'])}"


def message(conflict: ConflictRecord) -> str:
    """The headline and every side, in one line."""
    return f"{headline(conflict)} — {'; '.join(side_line(side) for side in conflict['claims'])}"


def problem_line(problem: ProblemRecord) -> str:
    """A problem in one line."""
    hint = f" ({problem['hint']})" if problem["hint"] else ""
    return clean(": ".join(filter(None, (Problem(**problem).place(), problem["message"]))) + hint)


def parts(side: SideRecord, room: int = 0) -> tuple[str, str, str]:
    """The sentence before the value, the value, and what follows, each safe to show.

    With `room`, each part is cut to that many code points, the value at its end.
    """
    sentence, start = side["sentence"], side["start"] - side["sentence_start"]
    end = start + side["end"] - side["start"]
    if not 0 <= start <= end <= len(sentence):  # a value that reaches out of its sentence
        return "", clean(side["text"]), ""
    raw = sentence[:start], sentence[start:end], sentence[end:]
    before, value, after = (clean(part) for part in raw)
    if before and raw[0][-1:].isspace():
        before += " "
    if after and raw[2][:1].isspace():
        after = " " + after
    if room and len(before) > room:
        before = CUT + before[-room:]
    if room and len(value) > room:
        value = value[:room] + CUT
    if room and len(after) > room:
        after = after[:room] + CUT
    return before, value, after


def marked(side: SideRecord, opening: str = "[[", closing: str = "]]", room: int = 0) -> str:
    """The sentence with the value between marks."""
    before, value, after = parts(side, room)
    return f"{before}{opening}{value}{closing}{after}"


def stated(value: ValueRecord | None) -> str:
    """A value in words: "at least 1601.3 km", "2025-08-15", "3 to 5 person"."""
    if value is None:
        return ""
    if "words" in value:
        return clean(value["words"])
    low, high = value["low"], value["high"]
    if low is None or high is None:
        end = low if low is not None else high
        ends = f"{'from' if low is not None else 'up to'} {end}" if end is not None else "unknown"
    else:
        ends = low if low == high else f"{low} to {high}"
    hedge = {"approx": "about ", "at_least": "at least ", "at_most": "at most "}.get(value["bound"], "")
    if hedge and (low is None or high is None):
        ends = ends.split(" ")[-1]
    unit = shown(value["unit"]) if "unit" in value else ""
    return clean(f"{hedge}{ends}{'' if unit in CLOSE else ' '}{unit}")


def as_read(sides: Sequence[SideRecord]) -> list[str]:
    """Each side's value in words, all in the unit of the first side that has a number: "125 m" of "410 feet"
    where the first is in metres. "" for words."""
    unit = next((side["value"]["unit"] for side in sides if "digits" in side["value"]), None)
    return ["" if "words" in side["value"] else stated(_in_unit(side["value"], unit)) for side in sides]


def _in_unit(value: ValueRecord, unit: str | None) -> ValueRecord:
    """A value in another unit, to a digit more than it was written with; itself where that is none."""
    if "digits" not in value or unit is None or value["unit"] in (None, unit):
        return value
    own, digits = str(value["unit"]), max(FEWEST_DIGITS, (value["digits"] or 0) + 1)
    try:
        low, high = (
            None if end is None else number(Context(digits).plus(convert(Decimal(end), own, unit)))
            for end in (value["low"], value["high"])
        )
    except ValueError:
        return value
    return {**value, "low": low, "high": high, "unit": unit}


def count(number: int, word: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def coverage_line(coverage: CoverageRecord) -> str:
    """What was looked at, in one line."""
    reasons = ", ".join(f"{number:,} {reason}" for reason, number in coverage["not_comparable"].items())
    copied = 0 < coverage["origins"] < coverage["documents"]
    copies = f" ({count(coverage['origins'], 'origin')})" if copied else ""
    line = (
        f"{count(coverage['documents'], 'document')}{copies}, {count(coverage['sentences'], 'sentence')}, "
        f"{count(coverage['claims'], 'claim')}; {coverage['comparable']:,} comparable, "
        f"{coverage['agreements']:,} in agreement, {count(coverage['conflicts'], 'finding')}"
    )
    zones = ", ".join(f"{number:,} in {name}" for name, number in coverage["zoned"].items())
    line += f"; not compared by their zone: {zones}" if zones else ""
    line += f"; {count(coverage['excluded'], 'file')} excluded" if coverage["excluded"] else ""
    return line + (f"; not comparable: {reasons}" if reasons else "")


def tally(conflicts: Iterable[ConflictRecord]) -> str:
    """How many of each severity: "2 errors, 1 note"."""
    listed = [conflict["severity"] for conflict in conflicts]
    return ", ".join(count(listed.count(name), name) for name in SEVERITIES if name in listed)
