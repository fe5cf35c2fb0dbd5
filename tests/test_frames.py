"""What counts count, in the constructions of disaster, crime and health reports."""

from pathlib import Path

import pytest
import regex

from factcheck.claims.frames import frames
from factcheck.kinds import dates, numbers
from factcheck.text.tokens import tokenise
from factcheck.units import Units
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "frame.yaml"
CASES = plain(CORPUS.read_text(encoding="utf-8"), str(CORPUS))
MARK = regex.compile(r"\[\[(.*?)\]\]")


def read(text):
    tokens = tokenise(text)
    found = dates.read(tokens, None)
    taken = {i for mention in found for i in range(mention.first, mention.last)}
    mentions = sorted(numbers.read(tokens, taken, Units.default()), key=lambda mention: mention.start)
    return list(zip(mentions, frames(tokens, mentions), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0][:60])
def test_frame(case):
    marked, *expected = case
    text = MARK.sub(r"\1", marked)
    spans = []
    at = 0
    for number, match in enumerate(MARK.finditer(marked)):
        start = match.start() - 4 * number
        spans.append((start, start + len(match[1])))
        at = match.end()
    assert at
    found = read(text)
    got = []
    for start, end in spans:
        frame = next(
            (
                frame
                for mention, frame in found
                if mention.start < end and start < mention.end and not mention.incidental
            ),
            None,
        )
        name = (
            frame.attribute.name
            if frame and frame.attribute and frame.attribute.family == "casualty"
            else "-"
        )
        got.append(name + (" part" if frame and frame.part else ""))
    assert got == expected
