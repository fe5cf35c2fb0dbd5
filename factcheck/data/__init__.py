"""The nouns of the project: word lists, units, vocabularies. YAML, read once, never changed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.yaml`, every scalar a string."""
    from factcheck.yamlfile import plain

    path = f"{name}.yaml"
    return plain((files(__package__) / path).read_text(encoding="utf-8"), path)
