"""The corpora of dates, times and special durations: a value, and all phrases that must give it."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from factcheck.kinds import dates
from factcheck.model import Interval, Period
from factcheck.text.tokens import tokenise
from factcheck.yamlfile import plain

CORPORA = {
    name: plain((Path(__file__).parent / "corpus" / f"{name}.yaml").read_text(encoding="utf-8"), name)
    for name in ("date", "time", "duration")
}


def written(value: Period | Interval) -> str:
    """A value in the notation of the corpora."""
    if isinstance(value, Interval):
        ends = ["" if end is None else f"{end.normalize():f}" for end in (value.low, value.high)]
        figure = ends[0] if ends[0] == ends[1] else "..".join(ends)
        return f"{'~' * value.approximate}{figure} {value.unit}"
    marks = ("~" if value.approximate else "") + ("repeated " if value.unresolved == "repeated" else "")
    if value.low == value.high:
        return marks + str(value.low)
    return f"{marks}{value.low or ''}..{value.high or ''}"


def read(corpus: str, text: str) -> list[tuple[str, str]]:
    reference = datetime.fromisoformat(CORPORA[corpus]["reference"])
    return [(text[m.start : m.end], written(m.value)) for m in dates.read(tokenise(text), reference)]


@pytest.mark.parametrize(
    ("corpus", "value"), [(name, value) for name, corpus in CORPORA.items() for value in corpus["values"]]
)
def test_every_phrase_gives_its_value(corpus: str, value: str) -> None:
    for phrase in CORPORA[corpus]["values"][value]:
        text = phrase.replace("[", "").replace("]", "")
        covered = re.findall(r"\[(.*?)\]", phrase)[-1:] or [text]
        assert (covered[0], value) in read(corpus, text), phrase


@pytest.mark.parametrize(
    ("corpus", "text"), [(name, text) for name, corpus in CORPORA.items() for text in corpus["nothing"]]
)
def test_ordinary_words_and_numbers_give_nothing(corpus: str, text: str) -> None:
    assert read(corpus, text) == []


def test_there_are_enough_phrases() -> None:
    count = sum(len(phrases) for corpus in CORPORA.values() for phrases in corpus["values"].values())
    assert count + sum(len(corpus["nothing"]) for corpus in CORPORA.values()) >= 1400
