"""`Settings`: the content of a configuration file as a value. What each key means: docs/config.md."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FAIL_IF = re.compile(r"(>=?)\s*(\d{1,6})")


def _several(value: Any) -> Any:
    """One text stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _date(value: Any) -> Any:
    """A TOML date or a text as ISO."""
    from factcheck.inputs._dates import HINT, iso

    found = iso(value if isinstance(value, str) else getattr(value, "isoformat", str)())
    if found is None:
        raise ValueError(f"“{value}” is no date; {HINT}")
    return found


def _fail_if(value: Any) -> Any:
    """ "> 3" as the lowest number that fails: 4."""
    match = FAIL_IF.fullmatch(value.strip()) if isinstance(value, str) else None
    number = int(match[2]) + (match[1] == ">") if match else 0
    if number < 1:
        raise ValueError(f"“{value}” is no threshold; write “> 3” or “>= 3”")
    return number


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_several, json_schema_input_type=Text | tuple[Text, ...]),
    Field(strict=False),
]
Date = Annotated[str, BeforeValidator(_date)]
FailIf = Annotated[str, Field(pattern=rf"^\s*{FAIL_IF.pattern}\s*$")]
Level = Literal["error", "warning", "note", "off"]


class RuleSettings(_Frozen):
    """How one rule counts. `fail_if` is the number of conflicts from which it fails a run."""

    severity: Level | None = None
    fail_if: Annotated[int, BeforeValidator(_fail_if, json_schema_input_type=FailIf)] = 1


class PathRule(_Frozen):
    """How one rule counts where a side lies in certain documents."""

    severity: Level


class ZoneSettings(_Frozen):
    """Whether the claims of a zone are compared, and further headings that open it."""

    compare: bool | None = None
    headings: Texts = ()


class Override(_Frozen):
    """What holds for the documents that `paths` match; a later override goes before an earlier one."""

    paths: Annotated[Texts, Field(min_length=1)]
    published: Date | None = None
    zone: Text | None = None
    rule: dict[Text, PathRule] = {}


class Authority(_Frozen):
    """Which documents hold what the findings of `rules` are settled by."""

    paths: Annotated[Texts, Field(min_length=1)]
    rules: Annotated[Texts, Field(min_length=1)] = ("*",)


class Settings(_Frozen):
    """One configuration, with what it extends. `cache`: a folder, True for the user's own, False for none."""

    extends: Texts = ()
    paths: Texts = ()
    exclude: Texts = ()
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    published: Date | None = None
    rules: Text | None = None
    ledger: Text | None = None
    units: Text | None = None
    attach: Text = "tables"
    decisions: Texts = ()
    baseline: Text | None = None
    cache: bool | Text = True
    sources: Text | None = None
    rule: dict[Text, RuleSettings] = {}
    zones: dict[Text, ZoneSettings] = {}
    overrides: Annotated[tuple[Override, ...], Field(strict=False)] = ()
    authority: Annotated[tuple[Authority, ...], Field(strict=False)] = ()


# Keys that are about single documents: the nearest file to a document counts.
OF_DOCUMENTS = ("published", "rule", "zones", "overrides")
# Keys that add up: those of the run's file and those of the file nearest to a document.
OF_BOTH = ("extends", "exclude", "authority", "sources")
