"""A share of the votes while they are counted is no result."""

from __future__ import annotations

import factcheck
from factcheck import Document

NIGHT = """Nives Okoro is ahead in the race for governor of Tamira, the fourth most populous state.
She took 57 percent of the vote in Sunday's runoff, with {share} of polling stations counted.
Turnout was 61 percent in the 14 districts. Her rival, Pavo Anders, governed for 12 years."""
RESULT = """Nives Okoro has been elected governor of Tamira, taking 54.6 percent of the vote in the runoff.
Turnout was 61 percent in the 14 districts. Pavo Anders, her rival, had governed for 12 years."""


def found(*texts: str) -> list[set[str]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


def test_what_is_counted_so_far_is_no_result() -> None:
    assert not found(NIGHT.format(share="62 percent"), RESULT)
    assert not found(NIGHT.format(share="a third"), RESULT)


def test_nearly_all_votes_are_one() -> None:
    assert found(NIGHT.format(share="99 percent"), RESULT) == [{"57 percent", "54.6 percent"}]


def test_the_share_is_told_of_every_figure_of_its_sentence() -> None:
    reading = factcheck.Checker().read(Document(source="a.txt", text=NIGHT.format(share="62 percent")))
    counted = {claim.text: claim.scope.get("counted") for claim in reading.claims if claim.kind == "percent"}
    assert counted == {"57 percent": "62 percent", "62 percent": "so far", "61 percent": None}
