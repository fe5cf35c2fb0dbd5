"""Phrases of a data file as trees of tokens, matched forwards or backwards, the longest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

END: Final = ""
Tree = dict[str, Any]


def tree(phrases: Mapping[str, str], backwards: bool = False) -> Tree:
    """`phrases` maps a meaning to phrases with commas between, their tokens with blanks between."""
    root: Tree = {}
    for meaning, listed in phrases.items():
        for phrase in listed.split(","):
            node = root
            words = phrase.split()
            for word in reversed(words) if backwards else words:
                node = node.setdefault(word, {})
            node[END] = meaning
    return root


def forward(root: Tree, words: list[str], i: int) -> tuple[str, int] | None:
    """The meaning of the longest phrase that starts at `i`, and the token behind it."""
    found = None
    node = root
    while i < len(words):
        following = node.get(words[i])
        if following is None:
            break
        node, i = following, i + 1
        if END in node:
            found = node[END], i
    return found


def backward(root: Tree, words: list[str], i: int) -> tuple[str, int] | None:
    """The meaning of the longest phrase that ends in front of token `i`, and its first token."""
    found = None
    node = root
    while i > 0:
        following = node.get(words[i - 1])
        if following is None:
            break
        node, i = following, i - 1
        if END in node:
            found = node[END], i
    return found
