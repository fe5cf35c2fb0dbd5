"""Names as entities, aliases, and what pronouns and descriptions mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.aliases import Aliases, canonical_key, fold, shipped
from factcheck.claims.subjects import Entities, Resolution
from factcheck.claims.things import things, widen
from factcheck.data import load
from factcheck.model import Document
from factcheck.text.sentences import sentences

WORDS = (
    "Ann Berg Lumora missiles the The company , ( ) or known as OML he She two men president 's 28 is a . \n"
)


def entities(text: str, aliases: Aliases | None = None) -> Entities:
    document = Document(source="t", text=text)
    return Entities(document, sentences(document), aliases)


def resolved(marked: str) -> Resolution:
    """What the phrase in brackets means."""
    start, end = marked.index("["), marked.index("]") - 1
    found = entities(marked.replace("[", "").replace("]", ""))
    index = max(i for i, sentence in enumerate(found.sentences) if sentence.start <= start)
    tokens = found.sentences[index].tokens
    first = tokens.starts.index(start)
    last = next(i for i, stop in enumerate(tokens.ends, 1) if stop >= end)
    return found.resolve_phrase(index, first, last)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Kiev", "Kyiv"),
        ("WHO", "World Health Organisation"),
        ("U.S.", "United States of America"),
        ("UN", "U.N."),
        ("Khaled Mansour", "Haled Mansour"),
        ("Yuriy Bondar", "Yury Bondar"),
        ("José Ibáñez", "Jose Ibanez"),
        ("Tomahawks", "Tomahawk"),
        ("the Lumora", "Lumora"),
        ("Mr. Berg", "Berg"),
        ("al-Hamdani", "Al Hamdani"),
        ("Mohammed Sabbagh", "Mohamed Sabbagh"),
        ("Orban", "Viktor Orbán"),
        ("EU", "European Union"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert canonical_key(one) == canonical_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Berg", "Anna Borg"),
        ("WHO", "Who"),
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
        ("US", "us"),
        ("Austria", "Australia"),
    ],
)
def test_different_names_do_not(one: str, other: str) -> None:
    assert canonical_key(one) != canonical_key(other)


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Sarno tested two Falcona missiles. [The missile] has a range of 900 km.", "Falcona", "definite"),
        (
            "Sarno asked for Falcona missiles. It wants [advanced missiles], with a range of 900 km.",
            "Falcona",
            "bare",
        ),
        ("Sarno asked for Falcona missiles. It got [28 missiles].", "", ""),
        ("Sarno asked for Falcona missiles. It got [another missile].", "", ""),
        ("Sarno tested Falcona missiles and Brisa drones. [The weapons] were dear. ", "Falcona", "definite"),
        ("[The Falcona], with a range of 900 km, is new. The Falcona missile was tested.", "Falcona", "name"),
        ("Sarno tested Falcona missiles. The army has forty [Falconas].", "Falcona", "name"),
        ("Lumora, a company from Orland, grew. [The company] sold 40 cars.", "Lumora", "definite"),
        ("Lumora is a maker of pumps. Later [the firm] sold 40 cars.", "Lumora", "definite"),
        ("Lumora is a bank. Later [the company] sold 40 cars.", "Lumora", "definite"),
        (
            "Ann Berg met Tom Hill in Orland. [The two leaders] talked for 2 hours.",
            "Ann Berg and Tom Hill",
            "group",
        ),
        ("President Ann Berg met Tom Hill in Orland. Later [the president] spoke.", "Ann Berg", "role"),
        ("French President Ann Berg met Tom Hill. Later [the French president] spoke.", "Ann Berg", "role"),
        ("French President Ann Berg met Tom Hill. Later [the Polish president] spoke.", "", ""),
        ("Ann Berg met Tom Hill. [She] stayed 2 hours.", "Ann Berg", "pronoun"),
        ("Ann Berg met Tom Hill. [He] stayed 2 hours.", "Tom Hill", "pronoun"),
        ("Ann Berg arrived. Later [Berg] spoke.", "Ann Berg", "name"),
        ("Ann Berg arrived. Later [Mrs Berg] spoke.", "Ann Berg", "name"),
        ("The Sarno Light Artillery Rocket, or SLAR, is new. [SLAR] flies 40 km.", "SLAR", "name"),
        ("The Orland Marine Laboratory (OML) grew. [The OML] has 40 rooms.", "OML", "name"),
        (
            "The Orland Marine Laboratory (OML) grew. [The Orland Marine Laboratory] has 40 rooms.",
            "OML",
            "name",
        ),
        ("The Sarno Rocket System, often called SARSY, is new. [SARSY] flies 40 km.", "SARSY", "name"),
        ("Lumora Motors Inc grew. [Lumora] sold 40 cars.", "Lumora Motors", "name"),
        ("Lumora's plant is old. [Lumora's plant] has 40 rooms.", "Lumora's plant", "part"),
        ("It was late. [The missile] flew.", "", ""),
        ("It was late. [He] flew.", "", ""),
    ],
)
def test_phrases(text: str, name: str, how: str) -> None:
    found = resolved(text)
    assert (found.name, found.how) == (name, how)
    assert bool(found.key) == bool(name)
    assert 0 <= found.sure <= 1


def test_two_texts_meet_under_one_key() -> None:
    first = resolved("Sarno tested Falcona missiles. It wants [advanced missiles] now.")
    second = resolved("[The Falcona], with a range of 300 km, is old.")
    assert first.key == second.key != ""


def test_the_longer_name_is_kept_as_another_key() -> None:
    found = entities("The Orland Marine Laboratory (OML) grew.")
    entity = found.at(0, 1)
    assert entity is not None
    assert canonical_key("Orland Marine Laboratory") in entity.also


def test_a_users_aliases_go_first() -> None:
    mine = Aliases([("mine.yaml", "thing:\n  Falcona: [F-9, Big Bird]\nplace:\n  Kiev: [Kyiv]\n")])
    assert mine.find("Big Bird") == ("Falcona", "thing")
    assert mine.find("Kyyiv") == ("Kiev", "place")
    assert not mine.problems
    assert shipped().find("Kyyiv") == ("Kyiv", "place")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("thing:\n  A: [B]\n  B: [A]\n", 3, "each an alias of the other"),
        ("thing:\n  A: [C]\n  B: [C]\n", 3, "stands for"),
        ("planet:\n  A: [C]\n", 1, "no kind of name"),
        ("- A\n", 1, "lists of names"),
        ("thing: [\n", 2, "not valid YAML"),
    ],
)
def test_bad_alias_files_are_problems_with_their_place(text: str, line: int, words: str) -> None:
    problems = Aliases([("mine.yaml", text)]).problems
    assert any(words in p.message and p.source == "mine.yaml" and p.line == line for p in problems)


def test_the_shipped_tables_are_sound() -> None:
    assert shipped().problems == []
    given_names = load("honorifics")["first_names"]
    assert not set(given_names["m"].split()) & set(given_names["f"].split())


def test_types_widen_to_an_end() -> None:
    assert widen(["missile"]) == {"missile", "weapon", "product"}
    for noun in things().wider:
        assert things().tops & widen([noun])


@given(st.text("abcdehiklmnostuvyz -", max_size=40))
def test_fold_sees_no_case_no_accent_and_no_hyphen(name: str) -> None:
    accented = name.upper().replace("E", "É").replace("O", "Ö").replace("-", " ")
    assert fold(accented) == fold(name)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=50).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text: str) -> None:
    found = entities(text)
    for sentence in found.sentences:
        for first in range(0, sentence.tokens.size, 2):
            one = found.resolve_phrase(sentence.index, first, first + 2)
            assert (one.key == "") == (one.how == "")
            entity = found.at(sentence.index, first)
            assert entity is None or entity.key == entity.key.strip()


def test_a_name_of_the_headline_is_read_again_in_the_text() -> None:
    text = "Ann Berg Wins the Vote in Orland\n\nAnn Berg won the vote. Later Berg spoke."
    found = entities(text)
    last = found.sentences[-1]
    entity = found.at(last.index, last.tokens.words.index("Berg"))
    assert entity is not None and entity.name == "Ann Berg"
