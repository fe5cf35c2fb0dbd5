"""What a configuration and the suppressions in the texts make of the findings of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.compare.identity import value_key
from factcheck.config.effective import Config
from factcheck.config.suppressions import Suppression, collect
from factcheck.decisions import SUPPRESSED, Decision, on
from factcheck.errors import Problem
from factcheck.model import Claim, Conflict, Document, Report


def weighed(
    conflicts: Iterable[Conflict], config: Config, documents: Mapping[str, Document]
) -> list[Conflict]:
    """The conflicts with the severities of the configuration, less those of rules that are off.

    A side with authority comes last, so that formats with one place point at a side that has none.
    """
    found: list[Conflict] = []
    for conflict in conflicts:
        sources = [documents[claim.span.document].source for claim in conflict.claims]
        level = config.level(conflict.rule, sources)
        if level == "off":
            continue
        decides = {source for source in sources if config.decides(conflict.rule, source)}
        split = decides and not decides.issuperset(sources)
        made = _with_authority(conflict, decides, documents) if split else conflict
        found.append(replace(made, severity=level) if level and made.outcome == "conflict" else made)
    return found


def _with_authority(conflict: Conflict, decides: set[str], documents: Mapping[str, Document]) -> Conflict:
    def has(claim: Claim) -> bool:
        return documents[claim.span.document].source in decides

    names = " and ".join(sorted(decides))
    settle = f"{names} {'has' if len(decides) == 1 else 'have'} authority here. {conflict.settle}".strip()
    return replace(conflict, claims=tuple(sorted(conflict.claims, key=has)), settle=settle)


class Silence:
    """The suppressions of some documents, and what they settle. `today` is an ISO day, None for no day."""

    def __init__(self, documents: Sequence[Document], rules: Sequence[str], today: str | None) -> None:
        self.documents = tuple(documents)
        self.all, self.problems = collect(documents, rules)
        self.today = today
        self.held = [each for each in self.all if not each.expired(today)]

    def settle(
        self, conflicts: Sequence[Conflict], again: Callable[[set[str]], Sequence[Conflict]]
    ) -> tuple[list[Conflict], list[Decision], list[Problem]]:
        """All conflicts, a decision "suppressed" for each that is settled, and what is wrong.

        Where several sides are left that still differ, they are a conflict of their own: `again` gives
        the conflicts that there are without the claims of these ids.
        """
        found = list(conflicts)
        decisions: list[Decision] = []
        used: set[tuple[str, int]] = set()
        report = Report(documents=self.documents)
        for conflict in conflicts:
            hits = {claim.id: hit for claim in conflict.claims if (hit := self._hit(conflict.rule, claim))}
            if not hits:
                continue
            first = next(iter(hits.values()))
            used |= {(hit.source, hit.line) for hit in hits.values()}
            place = f"{first.source}:{first.line}"
            decisions.append(on(conflict, report, SUPPRESSED, note=first.reason, who=place))
            rest = [claim for claim in conflict.claims if claim.id not in hits]
            if len({str(value_key(claim)) for claim in rest}) > 1:
                left = {claim.id for claim in rest}
                known = {each.id for each in found}
                found += [
                    each
                    for each in again(set(hits))
                    if each.rule == conflict.rule
                    and each.id not in known
                    and left & {claim.id for claim in each.claims}
                ]
        return found, decisions, [*self.problems, *self._audit(used)]

    def _hit(self, rule: str, claim: Claim) -> Suppression | None:
        return next((each for each in self.held if each.covers(rule, claim)), None)

    def _audit(self, used: set[tuple[str, int]]) -> list[Problem]:
        """Suppressions that are past their end, and those that settle nothing."""
        told: dict[tuple[str, int], Problem] = {}
        for each in self.all:
            key = each.source, each.line
            if each.expired(self.today):
                told[key] = each.problem(
                    f"expired: it held until {each.until}", "mend the text or set a new day"
                )
            elif key not in used:
                rules = ", ".join(each.rules)
                told[key] = each.problem(f"unused: it settles no finding of {rules}", "remove it")
        return list(told.values())
