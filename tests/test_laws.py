"""The laws of the design, as properties of the whole way from text to report."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.checker import Checker
from factcheck.errors import FactcheckError
from factcheck.model import Document
from factcheck.places import seeds_folder

CHECKER = factcheck.Checker()
WORDS = st.sampled_from(
    "the a of in and Ann Berg Acme Port Salis killed wounded said third fourth meeting visit 12 3.5 2,500 km"
    " (1,500 miles) $5 million 40% on Monday 3 May 2021 since January “we will” 'no' more than about at least"
    " least, . ; : – — ’s 1990s 21st 45-year-old".split()
)
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
TEXT = st.one_of(st.text(max_size=300), PROSE)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT)
def test_no_text_makes_it_raise_and_every_span_is_its_text(first, second):
    report = CHECKER.check([Document(source="a.txt", text=first), Document(source="b.txt", text=second)])
    assert not [problem for problem in report.problems if problem.code == "unreadable"]
    texts = {"a.txt": first, "b.txt": second}
    for claim in report.claims:
        assert texts[claim.span.document][claim.span.start : claim.span.end] == claim.text
        assert claim.span.start < claim.span.end
        assert claim.sentence.start <= claim.span.start
        assert claim.span.end <= claim.sentence.end
    json.dumps(report.to_dict())


def test_a_text_that_cannot_be_read_to_its_end_costs_no_other(monkeypatch):
    import factcheck.claims.extract as extract

    original = extract.read

    def read(document, **options):
        if document.id == "bad.txt":
            raise IndexError("a mistake")
        return original(document, **options)

    monkeypatch.setattr(extract, "read", read)
    good = Document(source="good.txt", text="The Kestrel missile has a range of 900 km.")
    report = CHECKER.check([good, Document(source="bad.txt", text="Anything.")])
    assert [claim.text for claim in report.claims] == ["900 km"]
    assert [(problem.code, problem.source) for problem in report.problems] == [("unreadable", "bad.txt")]


@settings(max_examples=40, deadline=None)
@given(PROSE)
def test_a_text_never_contradicts_its_own_copy(text):
    report = CHECKER.check([Document(source="a.txt", text=text), Document(source="b.txt", text=text)])
    between = [
        conflict
        for conflict in report.conflicts
        if len({claim.span.document for claim in conflict.claims}) > 1
    ]
    assert [conflict for conflict in between if _across(conflict)] == []


def _across(conflict):
    """Whether some value of one text is missing in the other: identical texts have the same values."""
    values = {}
    for claim in conflict.claims:
        values.setdefault(claim.span.document, set()).add(claim.text)
    return len({frozenset(v) for v in values.values()}) > 1


def _seeds():
    folder = seeds_folder()
    return sorted(str(path) for path in folder.glob("*/*.txt"))[:24]


def test_what_is_no_list_of_inputs_or_no_date_is_told():
    checker = Checker()
    for one in ("a.txt", Path("a.txt"), Document(source="a.txt", text="It is 5 km long.")):
        with pytest.raises(TypeError, match="a list of paths and Documents"):
            checker.check(one)
    with pytest.raises(TypeError):
        checker.check([None])
    for name in ("published", "today"):
        with pytest.raises(FactcheckError, match=f"{name}: not a date: 'soon'"):
            Checker(**{name: "soon"})
    report = checker.check([Document(source="a.txt", text="The road is 5 km long.", published="soon")])
    assert [problem.code for problem in report.problems] == ["date"]
    assert report.documents[0].published is None


def test_order_of_inputs_does_not_matter():
    paths = _seeds()
    forward = json.dumps(CHECKER.check(paths).to_dict())
    assert json.dumps(CHECKER.check(paths[::-1]).to_dict()) == forward
    assert json.dumps(CHECKER.check(paths[12:] + paths[:12]).to_dict()) == forward


def test_hash_seed_does_not_matter():
    program = (
        "import json, sys, factcheck; print(json.dumps(factcheck.Checker().check(sys.argv[1:]).to_dict()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, *_seeds()], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(outputs) == 1


def test_moving_text_keeps_the_identity_and_a_new_value_changes_it():
    a = Document(source="a.txt", text="The Kestrel missile has a range of 2,500 km, its maker says.")
    b = Document(source="b.txt", text="The Kestrel missile, with a range of 1,600 km, was shown on Friday.")
    moved = Document(source="b.txt", text="A fair opened.\n\n" + b.text)
    other = Document(source="b.txt", text=b.text.replace("1,600", "1,700"))
    ids = [
        [conflict.id for conflict in CHECKER.check([a, document]).conflicts] for document in (b, moved, other)
    ]
    assert ids[0]
    assert ids[0] == ids[1]
    assert ids[0] != ids[2]


def test_import_loads_nothing_heavy():
    heavy = ("pint", "pydantic", "regex", "yaml", "rich", "click")
    program = f"import sys, factcheck; print(sorted(m for m in {heavy} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parent
    )
    assert done.stdout.strip() == "[]"
