"""What the documents say is true: examples run, and every command, option and format is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.checker import check
from factcheck.cli import factcheck as command
from factcheck.errors import Exit
from factcheck.inputs import suffixes
from factcheck.outputs import formats
from factcheck.places import seeds_folder
from factcheck.registry import get, names
from factcheck.schema import NAMES

ROOT = Path(__file__).parent.parent
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_s_python_example_finds_its_conflict(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(example, {})
    assert capsys.readouterr().out.startswith("error measures/range ")


@pytest.mark.parametrize("name", names("factcheck.cli"))
def test_every_command_is_documented(name: str) -> None:
    assert f"| `{name}" in CLI


def test_every_option_of_report_is_documented() -> None:
    for parameter in get("factcheck.cli", "report").command.params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert f"`{option}" in CLI


def test_every_format_is_documented() -> None:
    for name in formats():
        assert f"| `{name}` |" in FORMATS
    for suffix in suffixes():
        assert f"`{suffix}`" in FORMATS


def test_every_exit_code_and_schema_is_documented() -> None:
    for code in Exit:
        assert f"| {int(code)} |" in CLI
        assert f"| {int(code)} |" in README
    for name in NAMES:
        assert name in CLI
    assert command.help is not None and all(f"{int(code)} " in command.help for code in Exit)


@pytest.mark.parametrize(
    "file", ["README.md", *(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(file: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)", (ROOT / file).read_text(encoding="utf-8")):
        if "://" not in target:
            assert ((ROOT / file).parent / target).exists(), target


def test_every_reason_of_the_seeds_is_documented() -> None:
    reasons = check([seeds_folder()]).coverage.not_comparable
    assert len(reasons) > 10
    for reason in reasons:
        assert f"`{reason}`" in CLI or f"`-{reason.removeprefix('different-')}`" in CLI
