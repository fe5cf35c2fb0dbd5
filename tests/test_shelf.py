"""Large manuals: what stands on most pages ties none of them, a page's own is what it says without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck

COMMANDS = "alder birch cedar elm fir hazel juniper larch maple oak".split()
PAGE = (
    "Varo {name}\n\nThis part of Varo {verb} files. The default name is a word in {number} lines of the list."
)
SYNC, WATCH = "Varo sync\n\nSync sends files. {}", "Varo watch\n\nWatch looks at files. {}"


def found(*texts: str, suffix: str = "txt") -> list[tuple[str, ...]]:
    """The values that stand against each other, finding by finding."""
    documents = [factcheck.Document(source=f"{at}.{suffix}", text=text) for at, text in enumerate(texts)]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(documents).conflicts]


def on_a_shelf(first: str, second: str) -> list[tuple[str, ...]]:
    """What stands against each other on two pages of a dozen, those two alone."""
    others = [
        PAGE.format(name=name, verb=verb, number=7)
        for name, verb in zip(COMMANDS, ("reads", "sorts", "cuts", "joins", "packs") * 2, strict=True)
    ]
    return found(*others, first, second)


SAID = ("The default interval is one second.", "The default is 180 seconds.")


def test_what_every_page_says_is_said_of_its_own_thing() -> None:
    pages = SYNC.format(SAID[0]), WATCH.format(SAID[1])
    assert found(*pages) == [("one second", "180 seconds")]
    assert not on_a_shelf(*pages)


def test_what_few_pages_say_is_still_compared() -> None:
    kept = "Snapshots are kept for {} days."
    pages = SYNC.format(kept.format(30)), WATCH.format(kept.format(14))
    assert on_a_shelf(*pages) == found(*pages) == [("30 days", "14 days")]


def test_a_name_that_pages_mention_is_no_topic() -> None:
    """Pages of a large manual that both speak of one format are on other things."""
    pages = (
        "Varo mail\n\nIt fetches letters. Each has a head. Some have a tail. It reads ASCII. "
        "The default timeout is 5 minutes.",
        "Oruma web\n\nIt shows pages. Each has a frame. Some have a menu. It sends ASCII. "
        "The only timeout is a 15-minute timeout by default.",
    )
    assert found(*pages)
    others = [f"Tool {name}\n\nIt {name}s lines." for name in COMMANDS]
    assert not [each for each in found(*others, *pages) if "5 minutes" in each]


def test_dates_of_news_are_not_a_shelf() -> None:
    line = "DORN, May 4, 2031 (Varo News) - The new bridge in Dorn is {} metres long, the council said."
    texts = [line.format(412)] * 9 + [line.format(480)]
    assert found(*texts)


def test_a_figure_with_one_part_is_none_with_another() -> None:
    page = "# Varo drill\n\nThe Varo drill is small. Charging takes four hours with the charger supplied."
    guide = "# Varo drill: guide\n\nThe Varo drill is light. {}charging takes two hours."
    assert not found(page, guide.format("With the fast charger sold separately, "))
    assert found(page, guide.format("").replace("charging", "Charging"))


def test_how_long_to_press_and_how_long_to_hold() -> None:
    """Two acts of one manual, of which both say how long they take."""
    weight = "The Varo 20 weighs 2 kg and needs 900 watts."
    page = (
        "# Varo 20 toaster\n\nTo start, press both buttons for three seconds. A bell rings for a minute. "
        f"Wait 40 seconds. {weight}"
    )
    questions = (
        "# Varo 20 toaster: questions\n\nThe lamp goes out? Hold the pump button for five seconds. "
        f"It is ready in 45 seconds. {weight}"
    )
    assert not found(page, questions, suffix="md")


@pytest.mark.parametrize(
    ("text", "conflicts"),
    [
        ("There are two plugins:\n\n- copy\n- link\n- remove\n", 1),
        ("Two plugins do the following steps:\n\n- copy it\n- link it\n- remove it\n", 0),
    ],
)
def test_the_following_is_what_is_listed(text: str, conflicts: int) -> None:
    assert len(found(text)) == conflicts


def test_programs_execute_commands_and_kill_nobody() -> None:
    text = "The shell executed three commands."
    claim = next(
        each
        for each in factcheck.extract(factcheck.Document(source="a.txt", text=text))
        if each.kind == "count"
    )
    assert claim.attribute != "killed"
    rebels = "The regime executed {} rebels in Dorn on 4 May 2031."
    assert found(rebels.format("three"), rebels.format("five"))


def test_strings_of_code_are_no_quotations() -> None:
    line = 'Run ":place {} line=23 name=start file=none group=first mark here" before the {} one.'
    assert not found(line.format(1, "second"), line.format(2, "first").replace("name=start", "name=stop"))


def test_titles_in_code_are_things_of_their_own(tmp_path: Path) -> None:
    page = "{name}\n{line}\n\nVaro has parts.\n\nThe scope names {number} existing parts of the tree.\n"
    for first, second, conflicts in (("get_part", "set_part", 0), ("parts", "parts guide", 1)):
        folder = tmp_path / first
        folder.mkdir()
        for name, number in ((first, "three"), (second, "five")):
            text = page.format(name=name, line="=" * len(name), number=number)
            (folder / f"{number}.rst").write_text(text, encoding="utf-8")
        assert len(factcheck.check([str(folder)]).conflicts) == conflicts


def test_a_directive_below_a_term_is_no_value_of_it() -> None:
    page = (
        "Varo {name}\n===========\n\nVaro.\n\n``MAX_FILES``\n  .. versionadded:: 3.{at}\n\n  Copies files.\n"
    )
    from factcheck.inputs.rst import read

    (document,) = read(page.format(name="sync", at=7).encode(), "sync.rst")
    assert isinstance(document, factcheck.Document)
    assert not any("MAX_FILES" in line and "3.7" in line for line in document.text.splitlines())


def test_before_a_version() -> None:
    old = "Varo {}\n\nThe following syntax was used before Varo version {} and is still supported."
    new = "Varo {}\n\nBefore Varo version {} the SET clause was not available, and so older calls have code."
    assert not found(old.format("manual", "9.0"), new.format("calls", "8.3"))


@pytest.mark.parametrize(
    ("first", "second", "conflicts"),
    [
        ("Tickets are valid for 24 hours.", "Apply for the pass in time; it is valid for three years.", 0),
        ("The pass is valid for two years.", "Apply for the pass in time; it is valid for three years.", 1),
        (
            "The plain tour takes 75 minutes and costs £16.",
            "The barge tour takes three hours and costs £85.",
            0,
        ),
        ("The last tour takes 75 minutes.", "The later tour takes three hours.", 1),
        ("Run time 120 minutes.", "Why does it stop? The first full charge takes six hours.", 0),
    ],
)
def test_two_things_of_one_page(first: str, second: str, conflicts: int) -> None:
    one, other = (
        f"# Varo ferries\n\n{first} It has two decks.",
        f"# Living on Varo\n\n{second} Dogs are free.",
    )
    assert len(found(one, other, suffix="md")) == conflicts


def test_a_thing_that_every_page_names_is_one() -> None:
    told = ["The Halden pump weighs 120 kg.", "A Halden pump stands in the hall. It weighs 120 kg."]
    places = "gate tower roof stair cellar garden lamp clock bell door wall floor".split()
    pages = [f"{told[at % 2]} The {place} is old." for at, place in enumerate(places)]
    assert len(found(*pages, "The Halden pump weighs 210 kg.")) == 1
