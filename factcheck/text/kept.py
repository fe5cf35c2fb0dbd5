"""`kept`: a property that is worked out when it is first asked for, and then stays.

`Keeps` is the class above those that have some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Kept = TypeVar("Kept")


class kept(Generic[Kept]):
    """`functools.cached_property` without the lock that Python 3.11 takes at each first look.

    A sentence has a dozen of these and nobody shares it between threads: the lock took 2 % of reading.
    """

    def __init__(self, find: Callable[[Any], Kept]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> Kept:
        value = self.find(instance)
        setattr(instance, self.name, value)
        return value


class Keeps:
    """A class with `kept` properties, which stay in the `__dict__` of its instances.

    This module stays plain Python: mypyc leaves a `__dict__` to the instances of a class below one that it
    does not compile (https://mypyc.readthedocs.io/en/latest/native_classes.html).
    """
