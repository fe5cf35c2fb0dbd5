"""The folder is the registry: a module of a package, by its name, imported only when asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The public modules of `package`, sorted."""
    found = import_module(package)
    return tuple(sorted(m.name for m in iter_modules(found.__path__) if not m.name.startswith("_")))


@cache
def get(package: str, name: str) -> ModuleType:
    """The module `package.name`; a LookupError that names the choices when there is none."""
    if name not in names(package):
        raise LookupError(f"no {name!r} in {package}; there are: {', '.join(names(package))}")
    return import_module(f"{package}.{name}")
