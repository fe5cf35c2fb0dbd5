"""Short forms explained in two ways in one text: "the Grid Office (GO) … the Gas Organisation (GO)"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.inside._names import row
from factcheck.compare.inside._text import Text, pair
from factcheck.compare.joins.names.shortforms import definitions
from factcheck.compare.pair import Pair


def find(text: Text) -> Iterator[Pair]:
    """Two long forms in front of one short form in brackets, or one of them in two places; a text with
    more lists what a short form may stand for."""
    for short, forms in definitions(text.document.text).items():
        places = [spans[0] for spans in forms.values()] if len(forms) > 1 else next(iter(forms.values()))[:2]
        if len(places) == 2:
            one, two = (row(text, *span, short, "long form") for span in sorted(places))
            yield pair("acronym", one, (two,), f"both stand before ({short})")
