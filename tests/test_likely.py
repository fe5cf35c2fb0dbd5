"""Texts on one thing: what speaks for it adds up, and what two writers tell otherwise is then compared."""

# ruff: noqa: E501  the sentences

from __future__ import annotations

import random
from collections import Counter

import pytest

import factcheck
from factcheck import Document
from factcheck.claims.profile import Profile
from factcheck.compare.joins.between import Between, is_own_news
from factcheck.compare.named import Likely

OTHER = ("lake", "kemel", "port ansa", "ilmarin", "dovrin", "tessel")
TWO_WRITERS = (
    "Selka-3 weighs {a}, about as much as a small car, and from 480 km up it sees every shed. Its maker, Ordo Dynamics, has built it in 14 months, and 60 people from Varnholt came to see it off. It cost 31 million euros.",
    "Ordo Dynamics of Varnholt has sent its third craft into space. The {b} machine has a camera with a mirror of 22 cm and a swath of 9 km. It is to work for six years, and seven engineers watch over it from a room with 12 screens.",
)


def found(*texts: str) -> list[tuple[str, set[str]]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [
        (each.rule, {claim.text for claim in each.claims}) for each in factcheck.check(documents).conflicts
    ]


def profile(*names: str, lead: str = "") -> Profile:
    return Profile(
        names=frozenset(names), first_names=frozenset(names[:1]), lead_words=frozenset(lead.split())
    )


def odds(a: Profile, b: Profile, figures: int = 0, rare: int = 0) -> float | None:
    pair = (0, 1)
    counts = Counter({pair: figures}) if figures else Counter()
    likely = Likely([a, b], counts, Counter({pair: rare}) if rare else Counter(), {0: 6, 1: 6})
    return likely.pairs().get(pair)


def test_exchanged_digits_are_found_in_two_styles() -> None:
    assert found(*(text.format(a="240 kilos", b="420 kg") for text in TWO_WRITERS))
    assert not found(*(text.format(a="240 kilos", b="240 kg") for text in TWO_WRITERS))


def test_without_the_names_it_is_another_thing() -> None:
    one, other = (text.format(a="240 kilos", b="420 kg") for text in TWO_WRITERS)
    assert not found(
        one,
        other.replace("Ordo Dynamics", "Lanta Works").replace("Varnholt", "Esk").replace("third", "first"),
    )


def test_rare_names_tell_more_than_words_and_known_places() -> None:
    rare = odds(profile("kemel dovrin", "port ansa", "ilmarin"), profile("kemel dovrin", "tessel", "ilmarin"))
    known = odds(profile("paris", "port green", "union"), profile("paris", "house white", "union"))
    assert rare is not None
    assert known is None or known < rare


def test_more_in_common_never_tells_against_it() -> None:
    chance = random.Random(4)
    for _ in range(200):
        names = chance.sample(OTHER, 4)
        a, b = profile(*names), profile(*chance.sample(OTHER, 3))
        less = odds(a, b, figures=1)
        more = odds(a, b, figures=2, rare=1)
        if less is not None:
            assert more is not None
            assert more >= less


def test_two_crashes_on_one_road_stay_two_however_alike() -> None:
    first = "HALM, 5 January 2026 - Four people died on Monday when 22 cars collided in fog near Halm. The road across the Tolle was closed for six hours."
    second = "HALM, 16 January 2026 - Once more fog has cost lives near Halm. A lorry ran into 11 cars at the bridge over the Tolle, two drivers lost their lives, and nobody could pass for four hours."
    assert not found(first, second)


HARBOUR = """TARSK, Sept. 12 - The harbour board of Tarsk shut the Ilmari dock after cracks were found by a diver. {told}
The dock, 212 metres long, was to take the ferry Osk. Some 38 berths are left, board member {person} said."""
QUAY = """Nothing moves at the Ilmari dock in Tarsk. {told} {person}, who sits on the harbour board, fears for
the ferry Osk, which carried 61,000 people last year. The dock has a length of 212 metres."""


@pytest.mark.parametrize(("day", "clashes"), [("13 September", True), ("3 September", False)])
def test_days_without_a_year_are_of_one_year(day: str, clashes: bool) -> None:
    first = HARBOUR.format(
        told="The cracks were discovered by the diver on 3 September.", person="Anna Corvin"
    )
    second = QUAY.format(
        told=f"The cracks in its wall were discovered on {day} by a diver.", person="Anna Corvin"
    )
    assert bool(found(first, second)) is clashes


@pytest.mark.parametrize(
    ("person", "clashes"),
    [
        ("Bojan Kremzar", False),
        ("Bogdan Kremzar", True),  # misheard
        ("Bojan Kremzer", True),  # a slip
        ("Milena Kremzar", False),  # another one
        ("Bo Kremzar", False),  # in short
    ],
)
def test_one_person_under_two_names(person: str, clashes: bool) -> None:
    first = HARBOUR.format(told="", person="Bojan Kremzar")
    second = QUAY.format(told="", person=person)
    assert any(rule == "people/spelling" for rule, _ in found(first, second)) is clashes


def test_what_burns_grows_by_the_datelines() -> None:
    first = "OSKA, Aug 5 - A wildfire near Oska had burned 18,400 acres by Tuesday. The Tarn Creek Fire threatens 140 homes, fire chief Dale Orrin said."
    second = "OSKA, Aug 14 - The Tarn Creek Fire near Oska has burned 31,700 acres. Fire chief Dale Orrin has 1,240 people under him, and 140 homes are safe."
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate((first, second))]
    outcomes = {
        claim.text: each.outcome for each in factcheck.check(documents).conflicts for claim in each.claims
    }
    assert outcomes.get("31,700 acres") == "revised"
    assert outcomes.get("18,400 acres") == "revised"


@pytest.mark.parametrize(
    ("known", "is_news"),
    [("", False), ("2022-03-20", True), ("2022-04-02", False)],  # the day of the earlier text
)
def test_only_a_day_after_the_earlier_text_is_news_of_the_later_one(known: str, is_news: bool) -> None:
    checker = factcheck.Checker()
    a, b = (
        checker.read(Document(source="a.txt", text=f"The crack was found on {day} March 2022.")).rows[0]
        for day in (17, 27)
    )
    assert is_own_news(a, b, Between(False, 8, None, known)) is is_news
