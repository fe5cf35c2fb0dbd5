"""`Rule`: one rule file as a value. What its keys mean is told in docs/rules.md."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.model import Severity

LISTS = ("conflict", "agree", "not_comparable", "revised", "spread")
PLACEHOLDERS = ("subject", "attribute", "noun", "a", "b", "a_source", "b_source", "speaker", "detail")


def _several(value: Any) -> Any:
    """One word stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _share(value: Any) -> Any:
    """ "2%" as 0.02."""
    if not isinstance(value, str):
        return value
    try:
        share = Decimal(value.removesuffix("%").strip()) / 100 if value.endswith("%") else None
    except InvalidOperation:
        share = None
    if share is None or not 0 <= share < 1:
        raise ValueError(f"“{value}” is no percentage from 0% to 99%")
    return share


def _example(value: Any) -> Any:
    """A text, or a list of texts, stands for an example that has nothing but texts."""
    return {"texts": _several(value)} if isinstance(value, str | list) else value


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Kind = Literal[
    "quantity", "count", "ordinal", "percent", "money",
    "date", "duration", "age", "quote", "title", "name",
]  # fmt: skip
Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_several)]
Text = Annotated[str, Field(min_length=1)]


class Example(_Frozen):
    """Texts that are read as documents a.txt, b.txt …, each with its ISO date of publication or "".

    `reason` is what a not comparable pair must be put down to, "" for any reason.
    """

    texts: Annotated[tuple[Text, ...], BeforeValidator(_several), Field(min_length=1)]
    published: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    reason: str = ""


ExampleList = tuple[Annotated[Example, BeforeValidator(_example)], ...]


class Examples(_Frozen):
    """The examples of a rule by the outcome that they must have."""

    conflict: ExampleList = ()
    agree: ExampleList = ()
    not_comparable: ExampleList = ()
    revised: ExampleList = ()
    spread: ExampleList = ()

    def named(self, name: str) -> tuple[Example, ...]:
        """The list called `name`, one of LISTS."""
        found: tuple[Example, ...] = getattr(self, name)
        return found


class Rule(_Frozen):
    """Which claims a rule judges (kind, attribute, noun, dimension, within) and how.

    A claim is judged by its attribute or by its noun, so a rule may name both; an empty selector takes
    anything. `agree_within` is a share (0.02 for "2%") that two values may
    differ by beyond their rounding. `source` is the file that the rule was read from.
    """

    id: str
    source: str = ""
    title: Text
    kind: Annotated[tuple[Kind, ...], BeforeValidator(_several), Field(min_length=1)]
    attribute: Words = ()
    dimension: Words = ()
    noun: Words = ()
    within: Literal["between", "inside"] = "between"
    compare: Text
    agree_within: Annotated[Decimal, BeforeValidator(_share)] = Decimal(0)
    bounds: Literal["interval", "figure"] = "interval"
    growing: bool = False
    severity: Severity = "error"
    status: Literal["stable", "trial"] = "stable"
    message: Text
    why: Text
    settle: Text
    blind_spots: Words = ()
    examples: Examples = Examples()
