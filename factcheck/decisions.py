"""What people decided about findings: an append-only log of JSON lines that lives in git.

A decision holds as long as the finding keeps its id, which is made of the rule, what it is about and
the values: moving text changes nothing, changing a value opens the finding again. A baseline is the
same log with the verdict "known". Two people's logs merge line by line (`merge=union` in
`.gitattributes`); of several decisions on one finding the latest holds, in whichever log it stands.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Conflict, Document, Report

VERDICTS = (
    "confirmed", "not-a-conflict", "corrected", "needs-source", "assigned", "known", "withdrawn", "gone",
)  # fmt: skip
JUDGED = ("confirmed", "not-a-conflict", "corrected", "needs-source", "assigned")
MADE = (*JUDGED, "withdrawn")  # what a person decides
SUPPRESSED = "suppressed"  # the verdict of a suppression in a text, `who` its place; no log holds it
# Why two claims that clash are none; a closed list, so that rules can be judged by it.
REASONS = (
    "different-thing", "different-time", "different-scope", "different-edition",
    "rounding", "history", "quotation", "misread", "accepted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict on the finding `conflict` (its id): by whom, when (ISO), and on which values.

    `reason` is one of REASONS when the verdict is "not-a-conflict", else "".
    """

    conflict: str
    verdict: str
    reason: str = ""
    note: str = ""
    who: str = ""
    when: str = ""
    rule: str = ""
    subject: str = ""
    attribute: str = ""
    values: tuple[str, ...] = ()
    tool: str = ""

    @property
    def settles(self) -> bool:
        """Whether the finding stays out of a run's exit code; a "gone" one that is back does not."""
        return self.verdict not in ("confirmed", "withdrawn", "gone")


class Log(NamedTuple):
    """The decisions of a file, as they stand there, and the lines that are none."""

    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]


def on(conflict: Conflict, report: Report, verdict: str, **given: str) -> Decision:
    """A decision on a finding of a report, with the values it was made on."""
    from factcheck import __version__

    documents = {document.id: document for document in report.documents}
    return Decision(
        conflict=conflict.id,
        verdict=verdict,
        rule=conflict.rule,
        subject=conflict.subject,
        attribute=conflict.attribute,
        values=_values(conflict, documents),
        tool=f"factcheck {__version__}",
        **given,
    )


def gone(decision: Decision, now: datetime) -> Decision:
    """The note that a decided finding is no longer found; should it come back, it is a regression."""
    reason = f" ({decision.reason})" if decision.reason else ""
    note = replace(decision, verdict="gone", reason="", note=f"was {decision.verdict}{reason}")
    return timed(note, now, (decision,))


def read(path: Path) -> Log:
    """The log at `path`; empty when there is no such file.

    A line that is no decision is a problem with its number and costs no other line; so is a last
    line that was cut off while it was written.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Log((), ())
    except OSError as error:
        raise FactcheckError(Problem("decisions", f"cannot be read: {error.strerror}", str(path))) from None
    return parse(raw, path)


def parse(raw: bytes, path: Path, first: int = 1) -> Log:
    """The log that `raw` holds: the lines of the file `path` from line `first` on."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(raw.split(b"\n"), first):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(json.loads(line)))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            last = number == first + raw.count(b"\n")
            what = "the last line was cut off while it was written" if last else "this line is no decision"
            problems.append(
                Problem("decisions", f"{what}: {error}", str(path), number, 1, "the other lines hold")
            )
    return Log(tuple(decisions), tuple(problems))


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Adds lines to the log in one write under a lock: nothing is lost, whoever else is writing."""
    lines = "".join(line(decision) for decision in decisions).encode()
    try:
        with path.open("ab+") as file:
            _lock(file.fileno())
            end = file.seek(0, os.SEEK_END)
            if end and os.pread(file.fileno(), 1, end - 1) != b"\n":  # a line that was cut off
                lines = b"\n" + lines
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise FactcheckError(
            Problem("decisions", f"cannot be written: {error.strerror}", str(path))
        ) from None


def replace_all(path: Path, decisions: Iterable[Decision]) -> None:
    """Writes the file anew, at once or not at all."""
    made = path.with_name(path.name + ".new")
    try:
        made.write_bytes("".join(line(decision) for decision in decisions).encode())
        made.replace(path)
    except OSError as error:
        raise FactcheckError(
            Problem("decisions", f"cannot be written: {error.strerror}", str(path))
        ) from None


def line(decision: Decision) -> str:
    """A decision as its line of the log."""
    return json.dumps(asdict(decision), ensure_ascii=False) + "\n"


def latest(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that holds for each finding; a person's goes before a baseline's "known".

    "withdrawn" takes back what persons decided; what a baseline or a suppression says holds again. The
    order of the lines and logs changes nothing, but all of them are wanted: what is the latest of one log
    need not be that of all.
    """
    ordered = sorted(decisions, key=_order)
    last = {decision.conflict: decision for decision in ordered}
    known = {made.conflict: made for made in ordered if made.verdict in ("known", SUPPRESSED)}
    return {**known, **{key: made for key, made in last.items() if made.verdict != "withdrawn"}}


def timed(decision: Decision, now: datetime, earlier: Iterable[Decision]) -> Decision:
    """The decision with its time: behind those it follows, even when a clock ran ahead for one of them."""
    follows = [made for made in earlier if made.conflict == decision.conflict and made.verdict != "known"]
    times = [time + timedelta(microseconds=1) for made in follows if (time := _time(made.when)).year < 9999]
    return replace(decision, when=max([now, *times]).isoformat(timespec="microseconds"))


def held(report: Report, decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that holds for each finding, given all lines of all logs and baselines.

    What suppressions in the texts settle stays settled, unless a person decided on it.
    """
    own = [decision for decision in report.decisions if decision.verdict == SUPPRESSED]
    return latest([*own, *decisions])


def apply(report: Report, decisions: Iterable[Decision]) -> Report:
    """The report with what `held` makes of these decisions, also for findings that are gone."""
    holding = held(report, decisions)
    return replace(report, decisions=tuple(holding[key] for key in sorted(holding)))


def stale(report: Report, decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions on findings that the report no longer has."""
    found = {conflict.id for conflict in report.conflicts}
    return [decision for decision in decisions if decision.conflict not in found]


def reopened(report: Report) -> dict[str, Decision]:
    """For findings without a decision: the one on the same matter whose finding is gone.

    It no longer holds, since a value has changed.
    """
    gone = {(d.rule, d.subject, d.attribute): d for d in stale(report, report.decisions)}
    decided = {decision.conflict for decision in report.decisions}
    topics = {c.id: (c.rule, c.subject, c.attribute) for c in report.conflicts if c.id not in decided}
    return {key: gone[topic] for key, topic in topics.items() if topic in gone}


def _order(made: Decision) -> tuple[int, datetime, str, str]:
    """Baselines, suppressions, persons, each by time; a time that is none comes first."""
    return ("known", SUPPRESSED, made.verdict).index(made.verdict), _time(made.when), made.when, line(made)


def _time(when: str) -> datetime:
    try:
        time = datetime.fromisoformat(when)
    except ValueError:
        time = datetime.min
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _values(conflict: Conflict, documents: dict[str, Document]) -> tuple[str, ...]:
    return tuple(
        sorted({documents[c.span.document].text[c.span.start : c.span.end] for c in conflict.claims})
    )


def _decision(record: Any) -> Decision:
    if not isinstance(record, dict):
        raise TypeError("not an object")
    known = {field.name for field in fields(Decision)}
    given = {key: value for key, value in record.items() if key in known}
    given["values"] = tuple(given.get("values", ()))
    if any(not isinstance(value, str) for key, value in given.items() if key != "values"):
        raise ValueError("every field but “values” is text")
    decision = Decision(**given)
    if decision.verdict not in VERDICTS:
        raise ValueError(f"unknown verdict {decision.verdict!r}")
    return decision


def _lock(descriptor: int) -> None:
    """An exclusive lock that ends with the file; systems without it rely on one write being whole."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
