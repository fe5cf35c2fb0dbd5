"""`Piece`: a date expression whose place in time is a function of where it is looked for.

"Friday" recurs in every week, "15 August" and "the third quarter" in every year, "3 p.m." on every
day, "yesterday" hangs on the reference, "2019" on nothing. So a piece is a function from a stretch
(of its `cycle`) to a stretch, and "3 p.m. on Friday next week" is one piece inside another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, TypeAlias

from factcheck.kinds.dates.calendar import DAY, Stretch, midnight, shift, start, unit

Place: TypeAlias = Callable[[Stretch], Stretch | None]

FIXED: Final = ""  # the cycle of what needs no reference
NOW: Final = "now"  # … and of what hangs on nothing else
RANK: Final = {"day": 0, "week": 1, "month": 2, "year": 3, "decade": 4, "century": 5, FIXED: 6, NOW: 6}
HALF_DAY: Final = timedelta(hours=12)


@dataclass(slots=True)
class Piece:
    """Tokens `first`..`last` (half-open) and what they say of time.

    `place` takes a stretch of the `cycle` ("day", "week", "month", "year"; NOW: the reference; FIXED:
    anything) and gives the stretch meant there, None where there is none. `fits` are the sizes of
    stretches it can be put into. `bound` is "", since, after, until or before. `weak` names the
    evidence it still wants ("" for none). `half` is am or pm once said, "?" for a clock time that
    lacks it. An offset ("3 days after tomorrow") keeps where it starts in `origin` and its direction
    in `sign`. `news` is the place that a news text means, where that is another ("last Monday").
    """

    first: int
    last: int
    grain: str
    cycle: str
    place: Place
    fits: tuple[str, ...] = ()
    bound: str = ""
    weak: str = ""
    half: str = ""
    approximate: bool = False
    repeated: bool = False
    weekday: bool = False
    ranged: bool = False
    origin: Place | None = None
    sign: int = 0
    news: Place | None = None

    def but(self, **changes: Any) -> Piece:
        """The same piece with some fields changed."""
        made = Piece(
            self.first, self.last, self.grain, self.cycle, self.place, self.fits, self.bound, self.weak,
            self.half, self.approximate, self.repeated, self.weekday, self.ranged, self.origin, self.sign,
            self.news,
        )  # fmt: skip
        for name, value in changes.items():  # `dataclasses.replace` takes five times as long
            setattr(made, name, value)
        return made


def inside(inner: Piece, outer: Piece, first: int, last: int) -> Piece:
    """`inner` looked for in the stretch that `outer` means: "Friday" in "next week"."""

    def within(where: Place) -> Place:
        def place(box: Stretch) -> Stretch | None:
            found = where(box)
            return inner.place(found) if found else None

        return place

    return inner.but(
        first=first, last=last, cycle=outer.cycle, place=within(outer.place), fits=outer.fits, weak="",
        news=within(outer.news) if outer.news else None,
        repeated=inner.repeated or outer.repeated, approximate=inner.approximate or outer.approximate,
        weekday=False, ranged=inner.ranged,
    )  # fmt: skip


def on_weekday(weekday: Piece, day: Piece, first: int, last: int) -> Piece:
    """ "Friday, 15 August": the day, where it is that weekday. A full date stands even if it is not, and
    one without its year where neither the year before nor the next has it on that weekday."""

    def agrees(found: Stretch | None) -> bool:
        wanted = weekday.place(unit(found.low, "week")) if found else None
        return bool(found and wanted and wanted.low == midnight(found.low))

    def place(box: Stretch) -> Stretch | None:
        found = day.place(box)
        if found is None or day.cycle in (FIXED, NOW) or agrees(found):
            return found
        if day.cycle != "year":
            return None
        beside = (day.place(unit(box.low, "year", step)) for step in (-1, 1))
        return None if any(map(agrees, beside)) else found

    return day.but(first=first, last=last, place=place, weak="", weekday=False)


def beside(day: Piece, other: Piece) -> Piece:
    """ "this Friday (June 15)": the day in the year in which it lies nearest to the other."""

    def place(box: Stretch) -> Stretch | None:
        there = other.place(box)
        if there is None or day.cycle == FIXED:
            return day.place(box)
        near = [found for k in (0, -1, 1) if (found := day.place(unit(there.low, day.cycle, k)))]
        return min(near, key=lambda found: abs(found.low - there.low), default=None)

    return day.but(first=other.first, place=place, cycle=other.cycle, weak="", fits=other.fits)


def spanning(left: Piece, right: Piece, first: int, last: int) -> Piece:
    """From `left` to `right`: what one end leaves open is taken from the other."""
    ranks = RANK[left.cycle], RANK[right.cycle]
    afternoon = left.half == "?" and right.half == "pm"  # "2 to 4 p.m.", but "11 to 2 p.m."
    either = left.half == right.half == "?"  # "between 6 and 7:30 tomorrow evening"
    cycle = NOW if NOW in (left.cycle, right.cycle) else left.cycle if ranks[0] >= ranks[1] else right.cycle

    def place(box: Stretch) -> Stretch | None:
        if ranks == (6, 6):
            low, high = left.place(box), right.place(box)
        elif ranks[0] >= ranks[1]:
            low = left.place(box)
            high = towards(right, low, +1) if low else None
        else:
            high = right.place(box)
            if high and right.half == "?" and left.cycle == "day":
                high = towards(_hour_of(high), left.place(high) or high, +1) or high  # "9 to 5:30 tomorrow"
            low = towards(left, high, -1) if high else None
        if low is None or high is None:
            return None
        later = afternoon or (either and midnight(low.low) == midnight(high.low))
        if later and low.low + HALF_DAY <= high.low < low.low + 2 * HALF_DAY:
            low = Stretch(low.low + HALF_DAY, low.high + HALF_DAY)
        return Stretch(low.low, high.high) if low.low <= high.low else None

    return right.but(
        first=first, last=last, cycle=cycle, place=place, weak="", grain=left.grain if left.grain in
        SMALL else right.grain,
        approximate=left.approximate or right.approximate, fits=left.fits if ranks[0] >= ranks[1]
        else right.fits,
        repeated=left.repeated or right.repeated, weekday=left.weekday and right.weekday, ranged=True,
        half=right.half or left.half,
    )  # fmt: skip


def _hour_of(moment: Stretch) -> Piece:
    """A time of the clock that may be twelve hours on."""
    return Piece(0, 0, "hour", "day", lambda box: moment, half="?")


SMALL: Final = ("second", "minute", "hour", "daypart")


def towards(piece: Piece, from_: Stretch, step: int) -> Stretch | None:
    """Where `piece` lies nearest to a stretch, at or after it (step 1) or at or before it (-1)."""
    for offset in (0, step):
        found = piece.place(unit(from_.low, piece.cycle, offset))
        if found is None:
            continue
        if found.low < from_.low and piece.half == "?" and step > 0 and found.low + HALF_DAY >= from_.low:
            return Stretch(found.low + HALF_DAY, found.high + HALF_DAY)
        if (found.low >= from_.low) if step > 0 else (found.low <= from_.low):
            return found
    return None


def fixed(first: int, last: int, grain: str, stretch: Stretch, weak: str = "") -> Piece:
    """A piece that needs nothing else: "2019", "2019-05-01"."""
    return Piece(first, last, grain, FIXED, lambda box: stretch, weak=weak)


def around(first: int, last: int, name: str, offset: int = 0) -> Piece:
    """The unit `offset` units from the reference: "last week", "tomorrow"."""
    return Piece(first, last, name, NOW, lambda now: unit(now.low, name, offset))


def since_now(first: int, last: int, name: str, place: Place) -> Piece:
    """A piece that hangs on the reference."""
    return Piece(first, last, name, NOW, place)


def up_to_now(first: int, last: int, name: str) -> Piece:
    """The unit that holds the reference, as far as its day."""
    return since_now(first, last, name, lambda now: Stretch(start(now.low, name), midnight(now.low) + DAY))


def moved(stretch: Stretch, name: str, count: int) -> Stretch:
    """The stretch `count` units later, of the same length."""
    return Stretch(shift(stretch.low, name, count), shift(stretch.high, name, count))
