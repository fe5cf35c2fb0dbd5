"""Manuals: what is generally so of things without a name; and what an API reference must not set off."""

from __future__ import annotations

import pytest

import factcheck


def found(*texts: str) -> list[tuple[str, ...]]:
    """The values that stand against each other, finding by finding."""
    documents = [factcheck.Document(source=f"{at}.md", text=text) for at, text in enumerate(texts)]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(documents).conflicts]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("A token is valid for 24 hours.", "Tokens are valid for 12 hours.", ("24 hours", "12 hours")),
        ("Sessions expire after 30 minutes.", "A session times out after 20 minutes.", None),
        ("The Varo server keeps 500 files open.", "The server keeps up to 400 files open.", None),
        ("The maximum upload size is 25 MB.", "The maximum upload size is 40 MB.", ("25 MB", "40 MB")),
        ("The team edition costs €19 a month.", "The team edition is €29 a month.", None),
        ("Backups are kept for 14 days.", "Backups are kept for 30 days.", ("14 days", "30 days")),
    ],
)
def test_general_statements_on_one_product_clash(
    first: str, second: str, values: tuple[str, ...] | None
) -> None:
    pairs = found(f"Varo keeps notes. {first}", f"{second} Then Varo asks again.")
    assert len(pairs) == 1
    assert values is None or pairs == [values]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A token is valid for 24 hours.", "A refresh token is valid for 90 days."),
        ("The team edition costs €19 a month.", "The free edition is €0 a month."),
        ("A page holds 50 notes.", "A folder holds 20 notes."),
        ("Its tail is 6 km long.", "It is a comet whose own tail has a length of 2 km."),
        ("The default is 20.", "The default is 60."),
        ("Default: 5000.", "Default: 80."),
        ("For example, 80 or 21.", "For example, 443."),
        ("The path is the second argument.", "The path is the first argument."),
        ("Varo ends with exit code 1 when it fails.", "An empty folder makes Varo stop with code 4."),
        ("Varo rescued it: https://varo.example/7", "They rescued Varo, see https://varo.example/42"),
        ("Varo returns true when kill(2) succeeds.", "A process is ended by Varo with kill(9)."),
    ],
)
def test_general_statements_on_other_things_do_not(first: str, second: str) -> None:
    assert not found(f"Varo keeps notes. {first}", f"{second} Then Varo asks again.")


def test_two_products_are_two_products() -> None:
    assert not found(
        "Varo needs a token. A token is valid for 24 hours.", "Oruma: tokens are valid for 12 hours."
    )


def test_manuals_tell_no_event() -> None:
    """Verbs such as "kill" or "save" make no casualties of what a program does."""
    first = "Node runs on Linux in Perl. The command saves 12 files and kills 3 workers."
    second = "Node runs on Linux in Perl. A timer saves 40 files and kills 9 workers."
    assert not any("killed" in str(pair) for pair in found(first, second))


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "The Varo server listens on port 8080.",
            "By default the server listens on port 8000.",
            ("8080", "8000"),
        ),
        (
            "Varo needs Python 3.10 or newer.",
            "Varo requires Python 3.9, the mail module and git.",
            ("3.10", "3.9"),
        ),
        ("Varo needs Python 3.1.", "Varo requires Python 3.10.", ("3.1", "3.10")),
        ("Varo needs Python 4.", "Varo requires Python 4.0 and the mail module.", None),
        ("The Varo server listens on port 80.", "The admin page of Varo is served from port 81.", None),
        ("Varo needs Python 3.10.", "The tests of Varo are run with Python 3.12.", None),
        ("Page 4 tells how Varo sorts.", "The authors of Varo are listed on page 9.", None),
    ],
)
def test_numbers_that_name_something(first: str, second: str, values: tuple[str, ...] | None) -> None:
    assert found(f"Varo keeps notes. {first}", f"Varo sorts them by date. {second}") == (
        [values] if values else []
    )
