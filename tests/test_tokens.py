"""Tokens: places in the unchanged text, the same by both patterns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tokens import PLAIN, TOKEN, tokenise

TELLING = "aZ'.5,9s \x1c\x0b\x85é’_$-\n\x00"


@given(st.text(st.sampled_from(TELLING), max_size=25), st.integers(0, 8))
def test_both_patterns_cut_ascii_alike(text: str, start: int) -> None:
    """Whatever stands before the part that is cut, which alone is in ASCII."""
    if text[start:].isascii():
        assert PLAIN.findall(text, start) == TOKEN.findall(text, start)


@given(st.text(), st.integers(0, 5))
def test_tokens_are_slices_and_leave_out_blanks_alone(text: str, start: int) -> None:
    tokens = tokenise(text, start)
    for word, first, last in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[first:last] == word
    edges = [min(start, len(text)), *tokens.ends], [*tokens.starts, len(text)]
    assert all(not text[end:begin].strip() for end, begin in zip(*edges, strict=True))
