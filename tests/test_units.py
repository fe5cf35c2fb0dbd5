"""Units: exact conversion, dimensions, spellings, a caller's own units, and pint as the judge."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Checker, Document, FactcheckError, extract
from factcheck.data import load
from factcheck.model import Interval
from factcheck.text.tokens import tokenise
from factcheck.units import Units
from factcheck.yamlfile import plain

UNITS = Units.default()
NAMES = sorted(name for name in Units(load("units"), load("currencies"), {})._spellings.definitions)


def of(value: str, unit: str) -> Interval:
    return Interval(Decimal(value), Decimal(value), unit)


def test_the_shipped_table_is_what_pint_says():
    """Run `python tools/build_units.py` when this fails."""
    fresh = Units(load("units"), load("currencies"), {}).table()
    assert {name: UNITS._scales.get(name) for name in fresh} == fresh


@pytest.mark.parametrize(
    ("value", "unit", "canonical", "base"),
    [
        ("995", "mile", "1601.29728", "kilometer"),
        ("60", "mile / hour", "96.56064", "kilometer / hour"),
        ("98.6", "fahrenheit", "37", "celsius"),
        ("-40", "fahrenheit", "-40", "celsius"),
        ("300", "kelvin", "26.85", "celsius"),
        ("50", "cent", "0.5", "USD"),
        ("75", "penny", "0.75", "GBP"),
        ("0.2", "ratio", "20", "percent"),
        ("3", "hour", "10800", "second"),
        ("18", "month", "47336400", "second"),
        ("2", "USD / share", "2", "USD / share"),
        ("50", "basis_point", "0.5", "percentage_point"),
        ("5", "square mile", "12.94994055168", "square kilometer"),
        ("7", "aid workers", "7", "aid workers"),
        ("2", "ton", "1814.36948", "kilogram"),
        ("1", "kilowatt_hour", "3600000", "joule"),
    ],
)
def test_canonical(value, unit, canonical, base):
    made = UNITS.canonical(of(value, unit))
    assert (str(made.low), made.unit) == (canonical, base)


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("mile", "length"),
        ("USD", "currency:USD"),
        ("cent", "currency:USD"),
        ("percent", "percent"),
        ("percentage_point", "percentage point"),
        ("year", "time"),
        ("USD / barrel", "currency:USD / volume"),
        ("kilometer / hour", "speed"),
        ("aid workers", "count"),
        (None, "count"),
        ("square foot", "area"),
        ("celsius", "temperature"),
        ("people / square kilometer", "people / area"),
        ("joule", "energy"),
        ("newton_meter", "torque"),
    ],
)
def test_dimension(unit, dimension):
    assert UNITS.dimension(unit) == dimension


@given(st.sampled_from(NAMES), st.decimals(-(10**9), 10**9, places=4))
def test_there_and_back(unit, value):
    scale = UNITS.scale(unit)
    there = UNITS.convert(value, unit, scale.base)
    back = UNITS.convert(there, scale.base, unit)
    assert abs(back - value) <= max(abs(value), 1) * Decimal("1e-20")
    assert UNITS.canonical(Interval(value, value, unit)).low == there


def test_open_ends_and_bounds_stay():
    made = UNITS.canonical(Interval(None, Decimal(10), "mile", "at_most", high_open=True))
    assert (made.low, made.high, made.bound, made.high_open) == (None, Decimal("16.09344"), "at_most", True)


def test_no_conversion_between_dimensions_or_currencies():
    for one, other in (("mile", "kilogram"), ("USD", "EUR"), ("aid workers", "mile")):
        with pytest.raises(ValueError, match="no conversion"):
            UNITS.convert(Decimal(1), one, other)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("km", "kilometer"),
        ("KM", "kilometer"),
        ("kilometres", "kilometer"),
        ("sq. ft.", "square foot"),
        ("m²", "square meter"),
        ("Danish crowns", "DKK"),
        ("degrees Celsius", "celsius"),
        ("mW", "milliwatt"),
        ("MW", "megawatt"),
        ("parts per million", "ppm"),
        ("nautical-mile", "nautical_mile"),
        ("u.s. dollars", "USD"),
    ],
)
def test_spellings(text, unit):
    assert UNITS.find(tokenise(text), 0)[0] == unit


@pytest.mark.parametrize("text", ["am", "has", "at", "a", "hand", "points", "people", "old"])
def test_words_that_are_no_units(text):
    assert UNITS.find(tokenise(text), 0) is None


def test_symbols_need_figures():
    assert UNITS.find(tokenise("m"), 0, figures=False) is None
    assert UNITS.find(tokenise("metres"), 0, figures=False) == ("meter", 1)


def test_extra_units_are_for_one_caller(tmp_path):
    extra = {
        "units": {"smoot": {"define": "67 * inch", "words": ["smoot"]}},
        "currencies": {"XTS": {"signs": ["T$"], "words": ["testo"]}},
    }
    mine = UNITS.with_extra(extra)
    assert mine.convert(Decimal(2), "smoot", "inch") == 134
    assert mine.find(tokenise("smoots"), 0) == ("smoot", 1)
    assert mine.dimension("XTS") == "currency:XTS"
    assert mine.dimension("smoot / second") == "speed"
    assert UNITS.find(tokenise("smoots"), 0) is None
    assert UNITS.dimension("smoot") == "count"
    path = tmp_path / "units.yaml"
    path.write_text("units:\n  smoot: {define: 67 * inch, words: [smoot]}\n", encoding="utf-8")
    assert UNITS.with_extra(path).scale("smoot") == mine.scale("smoot")


def test_a_new_dimension():
    mine = UNITS.with_extra({"units": {"blip": {"define": "[blip]"}, "kiloblip": {"define": "1000 * blip"}}})
    assert mine.convert(Decimal(3), "kiloblip", "blip") == 3000
    assert mine.scale("kiloblip").factor == Fraction(1000)


def test_importing_units_does_not_import_pint():
    import subprocess
    import sys

    use = "Units.default().convert(Decimal(1), 'mile', 'foot')"
    imports = "import sys\nfrom decimal import Decimal\nfrom factcheck.units import Units"
    code = f"{imports}\n{use}\nassert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_figure_of_any_length_has_a_value_in_the_base_unit():
    assert Units.default().convert(Decimal("9" * 90), "kilometer", "meter") > Decimal("1e92")


def test_a_checker_reads_a_user_s_units_and_no_other_does(tmp_path):
    file = tmp_path / "units.yaml"
    file.write_text(
        "units:\n  smoot: {define: 1.7018 * meter, words: [smoot]}\n"
        '  pallet: {define: "[pallet]", words: [pallet, skid]}\n',
        encoding="utf-8",
    )
    (tmp_path / "factcheck.toml").write_text('units = "units.yaml"\n', encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(
        "- {subject: Orla Bridge, attribute: length, value: 410 smoots}\n", encoding="utf-8"
    )
    one = Document(source="a", text="The Orla Bridge is 364 smoots long. The Orla store holds 40 pallets.")
    two = Document(source="b", text="The Orla Bridge is 700 metres long. The Orla store holds 60 skids.")
    for checker in (
        Checker(units=file, cache=tmp_path / "cache", ledger=tmp_path / "facts.yaml"),
        Checker(config=tmp_path / "factcheck.toml", cache=False, jobs=2, ledger=tmp_path / "facts.yaml"),
        Checker(units=plain(file.read_text(encoding="utf-8"), "x"), ledger=tmp_path / "facts.yaml"),
    ):
        found = {tuple(claim.text for claim in each.claims) for each in checker.check([one, two]).conflicts}
        assert found >= {
            ("364 smoots", "700 metres"),
            ("40 pallets", "60 skids"),
            ("364 smoots", "410 smoots"),
        }
    assert Checker(cache=tmp_path / "cache").check([one, two]).conflicts == ()
    assert [claim.value.unit for claim in extract(one)] == ["smoots", "pallets"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("unit: {}", "1:1: unknown key “unit”"),
        ("units: [x]", "1:8: keys with values of their own should stand here"),
        ("units:\n  smoot: 3", "2:10: keys should stand here: define, words"),
        ("units:\n  smoot: {words: smoot}", "2:18: a list should stand here"),
        ("units:\n  smoot: {word: [smoot]}", "2:11: unknown key “word”"),
        (
            "units:\n  smoot: {define: 2 * nometre, words: [smoot]}",
            "2:19: no unit can be made of “2 * nometre”",
        ),
        ("units:\n  smoot: {define: 2 ** (, words: [smoot]}", "2:19: no unit can be made of “2 ** (”"),
        ("units: [", "not valid YAML"),
    ],
)
def test_what_is_wrong_with_a_user_s_units_is_told_with_its_place(written, told, tmp_path):
    file = tmp_path / "units.yaml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(FactcheckError) as error:
        Checker(units=file)
    assert told in str(error.value)
    with pytest.raises(FactcheckError, match="the units cannot be read: No such file"):
        Checker(units=tmp_path / "gone.yaml")
