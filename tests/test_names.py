"""Names in sentences: extent, title, kind, and the capitals that are no names."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.text.names import Name, names
from factcheck.text.tokens import tokenise


def found(text: str) -> list[Name]:
    return names(tokenise(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ukrainian President Volodymyr Zelensky met Marco Rubio in Kyiv.",
            ["Volodymyr Zelensky", "Marco Rubio", "Kyiv"],
        ),
        (
            "The University of the North sued the Bank of England.",
            ["University of the North", "Bank of England"],
        ),
        ("The prince of Norway sailed to Bergen.", ["Norway", "Bergen"]),
        (
            "J. K. Marlow wrote to Rolls-Royce & Co about Jean-Marc Ayet.",
            ["J. K. Marlow", "Rolls-Royce & Co", "Jean-Marc Ayet"],
        ),
        ("The fighters of al-Shabaab left Somalia's coast.", ["al-Shabaab", "Somalia"]),
        ("Critics of Karim al-Hadi met Sara el-Masri.", ["Karim al-Hadi", "Sara el-Masri"]),
        ("Ludwig van der Berg and Carlos de la Vega met.", ["Ludwig van der Berg", "Carlos de la Vega"]),
        ("Investigators said the Boeing 737 crashed near Lake Tana.", ["Boeing 737", "Lake Tana"]),
        ("The iPhone 15 costs $999 in the U.S. this year.", ["iPhone 15", "U.S."]),
        ("In Kabul 17 died and in Herat 200 fled.", ["Kabul", "Herat"]),
        ("Samsung 5 percent stakes were sold.", ["Samsung"]),
        ("A F-16 and two MiG-29 jets took off.", ["F-16", "MiG-29"]),
        ("NATO and the BBC declined to comment.", ["NATO", "BBC"]),
        ("Reporters asked O'Brien about it.", ["O'Brien"]),
        (
            "He asked the Observatory for Clean Air and the Committee on Trade.",
            ["Observatory for Clean Air", "Committee on Trade"],
        ),
        ("The ministry met the Board on Monday.", ["Board"]),
        ("“Helsing will open in Turku,” she said.", ["Helsing", "Turku"]),
        ("Swimmer Tamsin Roe won in Rusk.", ["Tamsin Roe", "Rusk"]),
        ("Per Holm said so.", ["Per Holm"]),
        ("Will Ukraine join?", ["Ukraine"]),
        ("The Alliance of Prime Minister Joanna Coldry won.", ["Alliance", "Joanna Coldry"]),
        ("Northward was made on a small budget.", ["Northward"]),
        ("Inside was found a bomb.", []),
        ("At the Halden Bridge 12 were hurt.", ["Halden Bridge"]),
        ("The Lumora 14 has a screen.", ["Lumora 14"]),
    ],
)
def test_extent(text: str, wanted: list[str]) -> None:
    assert [name.text for name in found(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Police said the bomb killed 17 people.",
        "Yesterday the French troops left on Monday.",
        "The Prime Minister was absent in May.",
        "Storms damaged roofs. Engineers arrived.",
        "The engine makes 300 kW and the chip 5 GHz.",
        "Bomb Kills Nine In Market",
        "ARMY SAYS TROOPS KILLED TWELVE",
        "He said I was late at 5 PM GMT.",
        "Chinese and American officials agreed on GDP.",
        "",
    ],
)
def test_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Then Ukrainian President Volodymyr Zelensky spoke.", "Volodymyr Zelensky", "Ukrainian President"),
        ("Former Deputy Prime Minister Ana Silva resigned.", "Ana Silva", "Former Deputy Prime Minister"),
        ("A spokesman, Ahmad Karimi, said so.", "Ahmad Karimi", ""),
        ("It was told by spokesman Ahmad Karimi.", "Ahmad Karimi", "spokesman"),
        ("Gen. Smits and Dr. Ann Lee met.", "Smits", "Gen."),
        ("On Friday US Secretary of State Paula Ray left.", "Paula Ray", "US Secretary of State"),
        ("The letter went to FDA Commissioner Ilse Brandt.", "Ilse Brandt", "FDA Commissioner"),
        ("They sued General Motors.", "General Motors", ""),
    ],
)
def test_title(text: str, name: str, title: str) -> None:
    assert (name, title) in [(n.text, n.title) for n in found(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We met Maria Okafor.", "person"),
        ("Mr Orlo stayed.", "person"),
        ("“It is over,” said Tarn Velder.", "person"),
        ("It rained in Norway.", "place"),
        ("It rained in New Delhi.", "place"),
        ("Boats crossed the Ostra River.", "place"),
        ("He joined the Ministry of Health.", "org"),
        ("Shares of Veldt Holdings fell.", "org"),
        ("He drove a Velora.", ""),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [name.kind for name in found(text)] == [kind]


def test_headlines_give_only_what_no_dictionary_knows() -> None:
    assert [name.text for name in found("Storm Kills Nine As Floods Hit Dhaka")] == ["Dhaka"]
    assert [name.text for name in found("RUSSIAN FORCES KILL 12 IN KHARKIV, SAYS GOVERNOR")] == ["KHARKIV"]


@example("E- A")
@given(st.text(alphabet="AbcD E.-'&of the12 \n", max_size=80))
def test_names_are_ordered_apart_and_as_written(text: str) -> None:
    tokens = tokenise(text)
    at = 0
    for name in names(tokens):
        assert at <= name.first < name.last <= tokens.size
        assert name.text == tokens.surface(name.first, name.last)
        at = name.last


def test_time_is_linear_in_the_length() -> None:
    tokens = tokenise("Anders Holm of the Bank of England & Co. " * 5000)
    assert len(names(tokens)) >= 5000
