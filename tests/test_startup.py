"""What is imported when: start-up stays fast as long as these modules stay out of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pint", "pydantic", "rich", "trafilatura", "markdown_it", "nupunkt", "yaml", "regex", "lxml"}


def imported(code: str) -> set[str]:
    """The top-level modules that `code` leaves imported in a new interpreter."""
    program = (
        f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HELP = """
from factcheck.cli import main
sys.argv = ['factcheck', {arguments}]
try:
    main()
except SystemExit:
    pass
"""


def test_import_factcheck_imports_nothing_but_itself() -> None:
    assert not imported("import factcheck") & (HEAVY | {"click", "typing_extensions", "json", "decimal"})


@pytest.mark.parametrize(
    "arguments", ["'--help'", "'--version'", "'report', '--help'", "'report'", "'nonsense'"]
)
def test_help_and_usage_errors_import_nothing_heavy(arguments: str) -> None:
    assert not imported(HELP.format(arguments=arguments)) & HEAVY


def test_text_and_claims_need_no_model_of_pydantic_nor_a_terminal() -> None:
    code = "import factcheck\nfactcheck.Document(text='x')\nfrom factcheck.outputs import render"
    assert not imported(code) & HEAVY


def test_reading_text_needs_neither_markdown_nor_html() -> None:
    code = "from factcheck.inputs import gather\ngather([__import__('os').devnull])"
    assert not imported(code) & {"markdown_it", "trafilatura", "lxml", "pydantic", "rich", "pint"}
