"""mypyc takes all that `make compiled` hands to it: it is turned into C, and nothing is built."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from factcheck.claims.reading import Reading
from factcheck.claims.row import Row
from factcheck.text.kept import Keeps, kept

pytest.importorskip("setuptools", reason="not run: no setuptools")

ROOT = Path(__file__).parent.parent
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"][
    "targets"
]["wheel"]["hooks"]["mypyc"]
PROGRAM = """
import sys
from mypyc.build import mypycify
assert mypycify(sys.argv[2:], target_dir=sys.argv[1], opt_level="0")
"""


def modules() -> list[str]:
    """The files that the hook of the build takes."""
    taken = {file for pattern in HOOK["include"] for file in ROOT.glob(pattern.lstrip("/"))}
    left = tuple(f"{ROOT}{place}" for place in HOOK["exclude"] if place.startswith("/"))
    return sorted(
        str(file.relative_to(ROOT))
        for file in taken
        if file.name not in HOOK["exclude"] and not str(file).startswith(left)
    )


@pytest.mark.slow
def test_mypyc_takes_every_module_that_is_compiled(tmp_path: Path) -> None:
    files = modules()
    assert len(files) > 100
    cache = ["--config-file=", f"--cache-dir={tmp_path / 'cache'}"]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *cache, *HOOK["mypy-args"], *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.glob("*.c"))


@pytest.mark.parametrize("file", modules())
def test_word_sets_are_frozen(file: str) -> None:
    """mypyc holds `frozenset | keys` to be frozen, and is told otherwise when the module is imported."""
    module = import_module(file.removesuffix(".py").replace("/", "."))
    assert [name for name, value in vars(module).items() if type(value) is set] == []


@pytest.mark.parametrize("file", modules())
def test_classes_with_kept_properties_are_made_for_them(file: str) -> None:
    """A compiled class has no `__dict__` for them, unless a class above it is plain Python."""
    module = import_module(file.removesuffix(".py").replace("/", "."))
    for made in vars(module).values():
        if isinstance(made, type) and any(type(value) is kept for value in vars(made).values()):
            assert issubclass(made, Keeps), made


@pytest.mark.parametrize("file", modules())
def test_constants_are_final(file: str) -> None:
    """Compiled code looks any other name of a module up in its dictionary, each time."""
    body = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    named = [(each.targets, "") for each in body if isinstance(each, ast.Assign)]
    named += [
        ([each.target], ast.unparse(each.annotation)) for each in body if isinstance(each, ast.AnnAssign)
    ]
    for targets, told in named:
        names = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
        assert told.startswith("Final") or not any(name.isupper() for name in names), names


def test_what_the_cache_keeps_is_not_compiled() -> None:
    """Its codecs go by the types of fields, and compiled classes say `frozenset` for `frozenset[str]`."""
    known: set[Any] = set()
    asked: list[Any] = [Row, Reading]
    while asked:
        kind = asked.pop()
        asked += get_args(kind)
        if isinstance(kind, type) and kind.__module__.startswith("factcheck") and kind not in known:
            known.add(kind)
            asked += get_type_hints(kind).values()
    assert len(known) > 10
    assert {f"{kind.__module__.replace('.', '/')}.py" for kind in known}.isdisjoint(modules())
