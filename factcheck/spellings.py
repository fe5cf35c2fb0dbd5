"""From the entries of `data/units.yaml` and `data/currencies.yaml` to look-up trees of spellings.

A tree is a dict from a token to the next dict; the name of the unit that ends there stands under
"". Looking a unit up costs one dict access for each token, however many units there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from factcheck.text.tokens import Tokens, tokenise

Tree = dict[str, Any]
END: Final = ""
SQUARES: Final = ("square {}", "sq {}", "sq. {}", "square-{}", "{} squared")
CUBES: Final = ("cubic {}", "cu {}", "cu. {}", "cubic-{}", "{} cubed")


@dataclass(frozen=True, slots=True)
class Spellings:
    """`words` match in any case behind any number; `symbols` as written and `folded` in one case
    behind figures; `before` and `signs` in front of them. `definitions` are pint's; `minor` says of
    a coin its currency and share."""

    words: Tree
    symbols: Tree
    folded: Tree
    before: dict[str, str]
    signs: dict[tuple[str, ...], str]
    definitions: dict[str, str]
    currencies: frozenset[str]
    minor: dict[str, tuple[str, str]]


def build(units: Mapping[str, Any], currencies: Mapping[str, Any]) -> Spellings:
    """The trees of two files, or of several laid one over the other."""
    made = Spellings({}, {}, {}, {}, {}, {}, frozenset(currencies["currencies"]), {})
    names = {
        f"{prefix}{name}" for name, entry in units["units"].items() for prefix in entry.get("prefixes", ())
    }
    for name, entry in units["units"].items():
        _unit(made, units["prefixes"], name, entry, known=name in names)
    for code, entry in currencies["currencies"].items():
        _currency(made, code, entry)
    for name, words in currencies.get("shared", {}).items():
        made.definitions[name] = f"[currency_{name}]"
        for word in _plurals(words):
            _put(made.words, word.lower(), name)
    _fold(made)
    return made


def walk(tree: Tree, words: list[str], i: int, tokens: Tokens) -> tuple[str, int] | None:
    """The name of the longest spelling at token `i` and the token behind it; `words` are the
    tokens in the case that counts. A figure in a spelling ("m2") touches the letters."""
    found: tuple[str, int] | None = None
    node = tree
    for at in range(i, len(words)):
        following = node.get(words[at])
        if following is None or (
            at > i and words[at][0].isdecimal() and tokens.starts[at] != tokens.ends[at - 1]
        ):
            break
        node = following
        if END in node:
            found = node[END], at + 1
    return found


def _unit(
    made: Spellings, prefixes: Mapping[str, Any], name: str, entry: Mapping[str, Any], known: bool
) -> None:
    if "define" in entry:
        made.definitions[name] = entry["define"]
    elif not known and " " not in name:
        raise ValueError(f"the unit {name!r} has no definition")
    words = entry.get("words", ())
    words = list(words) if entry.get("plural") == "no" else list(_plurals(words))
    symbols = entry.get("symbols", ())
    _spell(made, name, words, symbols)
    for word in entry.get("before", ()):
        made.before[word] = name
    if entry.get("powers"):
        _powers(made, name, words, symbols)
    for prefix in entry.get("prefixes", ()):
        letter, factor = prefixes[prefix]
        full = f"{prefix}{name}"
        made.definitions[full] = f"{factor} * {name}"
        letters = (letter, "μ", "u") if prefix == "micro" else (letter,)
        longer = [f"{prefix}{word}" for word in words]
        signs = [f"{one}{symbol}" for one in letters for symbol in symbols]
        _spell(made, full, longer, signs)
        if entry.get("powers"):
            _powers(made, full, longer, signs)


def _powers(made: Spellings, name: str, words: Iterable[str], symbols: Iterable[str]) -> None:
    for kind, patterns, power, sign in (("square", SQUARES, 2, "²"), ("cubic", CUBES, 3, "³")):
        spelt = [pattern.format(word) for word in words for pattern in patterns]
        signs = [f"{symbol}{ending}" for symbol in symbols for ending in (str(power), sign, f"^{power}")]
        shorts = ("sq", "sq.", "square") if power == 2 else ("cu", "cu.", "cubic")
        spelt += [f"{short} {symbol}" for symbol in symbols if symbol.isalpha() for short in shorts]
        _spell(made, f"{kind} {name}", spelt, signs)


def _currency(made: Spellings, code: str, entry: Mapping[str, Any]) -> None:
    made.definitions[code] = f"[currency_{code}]"
    names = [f"{country} {name}" for country in entry.get("countries", ()) for name in entry.get("names", ())]
    codes = () if entry.get("code") == "no" else (code,)
    _spell(made, code, [*_plurals(entry.get("words", ())), *_plurals(names)], codes)
    for sign in (*entry.get("signs", ()), *codes):
        made.signs[tuple(tokenise(sign).words)] = code
        _put(made.symbols, sign, code)
    for minor, coin in entry.get("minor", {}).items():
        made.minor[minor] = code, coin["share"]
        made.definitions[minor] = f"{coin['share']} * {code}"
        _spell(made, minor, list(_plurals(coin["words"])), coin.get("signs", ()))


def _plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if word[-1].isalpha() and not word.endswith("s"):
            yield f"{word}s"


def _spell(made: Spellings, name: str, words: Iterable[str], symbols: Iterable[str]) -> None:
    for word in words:
        _put(made.words, word.lower(), name)
        if " " in word:
            _put(made.words, word.lower().replace(" ", "-"), name)
    for symbol in symbols:
        _put(made.symbols, symbol, name)


def _put(tree: Tree, spelling: str, name: str) -> None:
    """The first unit to claim a spelling keeps it."""
    for token in tokenise(spelling).words:
        tree = tree.setdefault(token, {})
    tree.setdefault(END, name)


def _fold(made: Spellings) -> None:
    """Symbols of two letters and more in the other case (KM, mb), where only one unit can be meant."""
    owners: dict[str, set[str]] = {}
    for symbol, node in made.symbols.items():
        if len(symbol) > 1 and symbol.isalpha() and END in node and symbol not in made.currencies:
            owners.setdefault(symbol.lower(), set()).add(node[END])
    for symbol, node in made.symbols.items():
        if END in node and len(owners.get(symbol.lower(), ())) == 1:
            for case in (symbol.lower(), symbol.upper()):
                if case not in made.symbols:
                    made.folded[case] = {END: node[END]}
