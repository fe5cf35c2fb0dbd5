"""Long manuals that share words and figures by chance, and lines that state nothing: no findings."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck


def found(*texts: str) -> list[tuple[str, ...]]:
    """The values that stand against each other, finding by finding."""
    documents = [factcheck.Document(source=f"{at}.txt", text=text) for at, text in enumerate(texts)]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(documents).conflicts]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Varo, Linux and POSIX. The shell kills the job after one signal.",
            "Varo, Linux and POSIX. Top can kill three tasks at once.",
            id="what kills processes",
        ),
        pytest.param("BSD     May 4, 2031     BSD", "BSD     June 7, 2032     BSD", id="foot of a page"),
        pytest.param("p384", '"0x3000009" or so', id="codes"),
        pytest.param("2018 Edition changes", "2021 Edition changes", id="heading"),
        pytest.param(
            "The caller may read this if it is set by the user [3].",
            "The caller may read this if it is set by the user [2].",
            id="mark of a reference",
        ),
        pytest.param(
            "The first edition of the guide is no longer printed.",
            "The second edition of the guide is no longer printed.",
            id="an ordinal that says which one",
        ),
        pytest.param(
            "We’ll then build one function out of it.", "We’ll then build three functions.", id="a pronoun"
        ),
        pytest.param(
            "If VARO_TIMEOUT (now 5) is set, Oruma reads it.",
            "While ORUMA_TIMEOUT (now 30) is set, Varo waits.",
            id="parts of identifiers",
        ),
        pytest.param("It runs on the Arvo-B35 chip.", "It runs on the Arvo-B7 chip.", id="models"),
        pytest.param(
            "A non-zero value makes Varo stop the loop.",
            "Two values make Varo stop the loop.",
            id="no number",
        ),
    ],
)
def test_two_pages_do_not_clash(first: str, second: str) -> None:
    assert not found(first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Varo knows three sorts of memory.\nFirst is the cache. Next is the swap. Lastly there is the disk.",
        "If none of the three options is set the rules are: first, the list is read. Second, the file is.",
    ],
)
def test_an_enumeration_that_does_not_count_what_was_announced(text: str) -> None:
    assert not found(text)


def test_an_enumeration_that_does() -> None:
    assert found("Varo has three parts. First, it reads. Second, it writes.")


def test_long_texts_share_figures_by_chance() -> None:
    """Three figures in common tie two short reports; of forty they say nothing."""
    common = [7301, 45, 880]
    one = [f"Part {at} of the Varo tool weighs {at + 1200} grams." for at in range(40)]
    other = [f"Part {at} of the Oruma tool weighs {at + 3200} grams." for at in range(40)]
    both = [f"The tools have {count} screws in a box." for count in common]
    varying = "The box holds {} rings in a bag of the set."
    assert not found(
        " ".join([*one, *both, varying.format(31)]), " ".join([*other, *both, varying.format(48)])
    )


def test_which_names_are_parts_of_code() -> None:
    from factcheck.text.names import names
    from factcheck.text.tokens import tokenise

    def named(text: str) -> list[str]:
        return [name.text for name in names(tokenise(text))]

    assert named("Set MAX_SIZE or $HOME for Varo.") == ["Varo"]
    assert named("We’ll see Oruma, I’m sure; O’Brien too.") == ["Oruma", "O’Brien"]


def test_an_edited_line_of_a_manual_is_still_found(tmp_path: Path) -> None:
    line = "The server stops a request that takes longer than {} seconds and writes it to the log."
    for name, seconds in (("a", 30), ("b", 45)):
        (tmp_path / f"{name}.md").write_text(f"# Varo\n\n{line.format(seconds)}\n", encoding="utf-8")
    report = factcheck.check([str(tmp_path)])
    assert len(report.conflicts) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Price: £1,180. The Varo 10 costs £140 more.", "| | Price |\n|-|-|\n| Varo 10 | £1,320 |"),
        ("In standby it uses less than half a watt.", "| Data | |\n|---|---|\n| Standby | 0.4 W |"),
        ("You work ten hours with a break of 45 minutes, from nine in the evening to seven.", "Varo rests."),
        ("The first 8 bytes of a name are shown.", "A name is an entry of 64 bytes."),
    ],
)
def test_what_is_no_other_value(first: str, second: str) -> None:
    assert not found(f"# Varo\n\nThe Varo 9 and the Varo 10. {first}", f"# Varo\n\n{second}")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The server listens on port 7410.",
            "| Setting | Default | Meaning |\n|---|---|---|\n| `port` | 7140 | where the server listens |",
        ),
        ("- Java 17 or newer is required.", "1. Check it: Varo needs Java 21 or newer."),
        (
            "It comes with a three-year warranty.",
            "## 9 Warranty\n\nThe maker grants a warranty of two years.",
        ),
    ],
)
def test_pages_of_one_product(first: str, second: str) -> None:
    one, other = f"# Varo\n\nVaro keeps notes.\n\n{first}", f"# Varo: manual\n\nVaro asks.\n\n{second}"
    assert len(found(one, other)) == 1


def test_the_port_of_another_service_is_another_one() -> None:
    table = "| Service | Port |\n|---|---|\n| Outbox | 7140 |"
    assert not found("# Varo\n\nVaro listens on port 7410.", f"# Varo: manual\n\nVaro asks.\n\n{table}")


def test_a_name_of_marks_alone_has_no_first_word(tmp_path: Path) -> None:
    """A folder's product is sought among the first words of names, of which some have none."""
    from factcheck.claims.profile import Profile
    from factcheck.compare.topics import Topics

    pages = [Profile(names=frozenset(("", "oruma"))) for _ in range(3)]
    assert Topics(pages).product(0, 1) == {"", "oruma"} - {""}


def test_new_ones_are_a_part_of_all() -> None:
    note = "# Varo 4.2\n\nVaro 4.2 has 22 new chart types."
    guide = "# Varo 4.2\n\nVaro 4.2 has {} chart types."
    for number, conflicts in (("38", 0), ("38 new", 1)):
        documents = [
            factcheck.Document(source="notes.md", text=note),
            factcheck.Document(source="guide.md", text=guide.format(number)),
        ]
        assert len(factcheck.check(documents).conflicts) == conflicts


def test_more_victims_are_not_all_of_them() -> None:
    one = "A storm hit Varn on Friday. Nine people died."
    other = "A storm hit Varn on Friday. Two {}people died."
    for word, conflicts in (("more ", 0), ("", 1)):
        documents = [
            factcheck.Document(source="a.txt", text=one, published="2031-03-08"),
            factcheck.Document(source="b.txt", text=other.format(word), published="2031-03-08"),
        ]
        assert len(factcheck.check(documents).conflicts) == conflicts
