"""The ways to attach a value to its words, by the name that the setting `attach` gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.errors import FactcheckError, Problem
from factcheck.text.attach import Attachment, attach
from factcheck.text.clauses import Parse
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens


class Attach(Protocol):
    """What `attach` is, and what every other way to attach offers."""

    def __call__(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        names: Sequence[Name] | None = None,
        *,
        measure: bool | None = None,
        parsed: Parse | None = None,
    ) -> Attachment:
        """What the value of tokens `first`..`last` hangs on."""


def attacher(setting: str = "tables") -> Attach:
    """The way to attach that the setting `attach` names: "tables", or "spacy:" and a pipeline's name."""
    way, _, pipeline = setting.partition(":")
    if way == "tables" and not pipeline:
        return attach
    if way == "spacy" and pipeline:
        from factcheck.text.spacy_attach import SpacyAttacher

        return SpacyAttacher(pipeline)
    raise FactcheckError(
        Problem("config", f"attach = {setting!r} is unknown", hint='write "tables" or "spacy:en_core_web_sm"')
    )
