"""What values hang on, over the corpus and the constructions that matter."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.attach import Attachment, attach
from factcheck.text.clauses import parse
from factcheck.text.names import names
from factcheck.text.tokens import Tokens, tokenise
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "attach.yaml"
# Lines with noun, subject and verb all right. Each half may get better, and then the number rises.
REACHED = {"tuned": 146, "kept": 153, "fresh": 58, "last": 41}


def marked(text: str) -> tuple[Tokens, int, int]:
    """The tokens of a text and those of the value between its brackets."""
    start, end = text.index("["), text.index("]") - 1
    tokens = tokenise(text.replace("[", "", 1).replace("]", "", 1))
    inside = [i for i in range(tokens.size) if start <= tokens.starts[i] < end]
    return tokens, inside[0], inside[-1] + 1


def read(text: str) -> Attachment:
    tokens, first, last = marked(text)
    return attach(tokens, first, last, names(tokens))


def entries(half: str) -> list[list[str]]:
    lines = plain(CORPUS.read_text("utf-8"), CORPUS.name)[half]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def said(found: Attachment) -> tuple[str, str, str]:
    """Noun, subject and verb as the corpus writes them."""
    noun = found.noun.lemma if found.noun else "-"
    subject = found.subject.lemma if found.subject else "-"
    passive = "-p" if found.verb and found.verb.voice == "passive" else ""
    return noun, subject, found.verb.lemma + passive if found.verb else "-"


def missed(found: Attachment, wanted: list[str]) -> list[str]:
    """The extras of a corpus line that are not met."""
    have = {
        "adj": found.adjective,
        "of": found.of.lemma if found.of else "",
        "owner": found.owner.lemma if found.owner else "",
    }
    pairs = [extra.split("=") for extra in wanted if "=" in extra]
    wrong = [f"{name}={have[name]}" for name, value in pairs if have[name] != value]
    return wrong + (["part"] if ("part" in wanted) != found.part else [])


@pytest.mark.parametrize("half", list(REACHED))
def test_corpus(half: str) -> None:
    lines = entries(half)
    wrong = [(line[0], said(found)) for line in lines if said(found := read(line[0])) != tuple(line[1:4])]
    assert len(lines) - len(wrong) >= REACHED[half], wrong


def test_extras() -> None:
    """Adjective, of-phrase, owner and part, where the corpus names them; and part nowhere else."""
    lines = [line for half in REACHED for line in entries(half)]
    wrong = [
        (line[0], lost)
        for line in lines
        if (lost := missed(read(line[0]), line[4].split() if line[4:] else []))
    ]
    assert len(wrong) <= 1, wrong


def test_how_sure_it_is_says_something() -> None:
    """Where it is less sure, it is right less often."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for half in REACHED:
        for line in entries(half):
            found = read(line[0])
            right[found.sure >= 0.8].append(said(found) == tuple(line[1:4]))
    assert sum(right[True]) / len(right[True]) > sum(right[False]) / len(right[False])


def test_owner_of_an_attribute_in_a_with_phrase() -> None:
    found = read(
        "The Tomahawk, with a range of about 995 miles ([1,600 kilometres]), would let them hit the port."
    )
    assert said(found) == ("range", "Tomahawk", "let")
    assert found.owner is not None and found.owner.text == "Tomahawk"
    assert found.verb is not None and found.verb.modal == "would"


def test_owner_is_the_nearest_phrase_that_can_have_it() -> None:
    found = read("They asked for advanced missiles, with a range of [2,500 km], from the depot.")
    assert found.owner is not None and found.owner.text == "advanced missiles"


def test_a_value_in_brackets_belongs_to_the_phrase_before_them() -> None:
    tokens = tokenise("Both the Falcon (about 285 miles) and the Kite (186 miles) fly.")
    owners = [attach(tokens, at, at + 2).owner for at in (5, 12)]
    assert [owner.text if owner else "" for owner in owners] == ["Falcon", "Kite"]


@pytest.mark.parametrize(
    ("text", "negated", "modal"),
    [
        ("The army did not kill [12 men].", True, ""),
        ("The army didn't kill [12 men].", True, ""),
        ("The army never killed [12 men].", True, ""),
        ("The army may kill [12 men].", False, "may"),
        ("The army can't kill [12 men].", True, "can"),
        ("The army cannot kill [12 men].", True, "can"),
        ("They've killed [12 men].", False, ""),
        ("They haven't killed [12 men].", True, ""),
        ("The army killed [12 men].", False, ""),
    ],
)
def test_negation_and_modal(text: str, negated: bool, modal: str) -> None:
    verb = read(text).verb
    assert verb is not None
    assert (verb.lemma, verb.negated, verb.modal) == ("kill", negated, modal)


def test_the_counted_phrase_is_whole_and_without_its_number() -> None:
    found = read("Gunmen killed [17 foreign aid workers] near the border.")
    assert found.noun is not None
    assert (found.noun.text, found.noun.lemma) == ("foreign aid workers", "worker")


def test_names_widen_a_phrase() -> None:
    found = read("The University of the North hired [40 lecturers].")
    assert found.subject is not None and found.subject.text == "University of the North"


def test_measure_is_the_callers_to_say() -> None:
    tokens, first, last = marked("The tower rises [300 zorks] above the bay.")
    assert attach(tokens, first, last, measure=False).noun is not None
    assert attach(tokens, first, last, measure=True).noun is None


def test_a_window_reads_like_the_whole() -> None:
    clause = "The bomb killed 17 people in the market ."
    tokens = tokenise(" ".join([clause] * 40))
    at = 20 * 9 + 3
    alone, whole = attach(tokens, at, at + 2), attach(tokens, at, at + 2, parsed=parse(tokens))
    assert alone == whole
    assert alone.noun is not None and alone.noun.head == at + 1
    assert said(alone) == ("people", "bomb", "kill")


def test_no_phrase_no_attachment() -> None:
    tokens = tokenise("Well, and then.")
    assert attach(tokens, 1, 2) == Attachment(None, None, None, 0.0)


WORDS = st.sampled_from(
    "the a 17 three people bombs killed wounded were was that which who , . ( ) and in of with range km to "
    "kill killing said Kabul Smith 's - because not would has including them % $ long “".split()
)


@settings(max_examples=300)
@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_any_text_gets_an_answer_inside_it(words: list[str], data: st.DataObject) -> None:
    tokens = tokenise(" ".join(words))
    first = data.draw(st.integers(0, tokens.size - 1))
    last = data.draw(st.integers(first + 1, tokens.size))
    found = attach(tokens, first, last, names(tokens))
    assert 0 <= found.sure <= 1
    for phrase in (found.noun, found.subject, found.of, found.owner):
        if phrase is not None:
            assert 0 <= phrase.first <= phrase.head < phrase.last <= tokens.size
            assert phrase.text == tokens.surface(phrase.first, phrase.last)
    if found.verb is not None:
        assert 0 <= found.verb.index < tokens.size


@pytest.mark.parametrize(
    "unit",
    [
        "that killed 17 men ",
        "attacks ",
        "the men wounded in it ",
        "(12 km ",
        "Anna ",
        "he said a bomb ",
        "to 3 ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def cost(times: int) -> float:
        tokens = tokenise(unit * times)
        start = process_time()
        parse(tokens)
        return process_time() - start

    cost(100)
    small, large = min(cost(1000) for _ in range(3)), min(cost(8000) for _ in range(2))
    assert large < 24 * small + 0.05


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The reader was first released in [May 2019].", ("-", "reader", "release-p")),
        ("The fort was last used in [1911].", ("-", "fort", "use-p")),
        ("She was the first elected mayor in [1990].", ("-", "she", "be")),
        ("Founded in [2015], the Halm Press has 60 employees.", ("-", "Press", "found-p")),
        ("Founded in 2015, the Halm Press has [60 employees].", ("employee", "Press", "have")),
        ("Designed for 40 trams, the depot holds [55].", ("-", "depot", "hold")),
    ],
)
def test_participles_behind_first_and_at_the_front(text: str, wanted: tuple[str, str, str]) -> None:
    assert said(read(text)) == wanted
