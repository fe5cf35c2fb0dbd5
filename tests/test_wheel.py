"""The wheel, built from this tree and installed alone into a clean environment, does the whole job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow

SAYS = {
    "a.txt": "The Kestrel missile has a range of 900 km, its maker said.\n",
    "b.txt": "The Kestrel missile has a range of 500 km, its maker said.\n",
}


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    pip("--python", str(folder / "bin" / "python"), "install", str(wheel))
    return folder / "bin"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    done = subprocess.run(
        list(map(str, command)),
        check=False,
        capture_output=True,
        cwd=cwd,
        env=clean,
        timeout=60,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_the_wheel_holds_rules_seeds_types_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("rules", "seeds"):
        here = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*.yaml")}
        assert here, folder
        assert {f"factcheck/shipped/{name}" for name in here} <= set(names)
    assert "factcheck/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    data = {
        f"factcheck/data/{file.name}" for file in (ROOT / "factcheck" / "data").iterdir() if file.is_file()
    }
    assert data <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "rules/", "seeds/", "docs/"))]


def test_the_installed_command_finds_a_conflict(installed: Path, tmp_path: Path) -> None:
    for name, text in SAYS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(installed / "factcheck", "report", "--format", "json", "a.txt", "b.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    (conflict,) = json.loads(done.stdout)["conflicts"]
    assert {side["text"] for side in conflict["claims"]} == {"900 km", "500 km"}
    assert done.stderr.splitlines()[-1].startswith("exit 1: 1 conflict at or above error")


def test_the_installed_rules_are_those_of_the_tree(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "factcheck", "rules", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    ids = {line.split()[0] for line in done.stdout.splitlines()}
    assert ids - {"ledger/deviation"} == {
        str(file.relative_to(ROOT / "rules").with_suffix("")) for file in (ROOT / "rules").rglob("*.yaml")
    }


def test_the_demo_and_the_doctor_work_without_extras(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "factcheck", "demo", "missile-range", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "[[" in done.stdout, done.stdout
    done = run(installed / "factcheck", "doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "missing  trafilatura" in done.stdout


def test_the_installed_package_imports_from_the_environment(installed: Path, tmp_path: Path) -> None:
    code = "import factcheck; print(factcheck.__file__, len(factcheck.check(['a.txt', 'b.txt']).conflicts))"
    for name, text in SAYS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(installed / "python", "-c", code, cwd=tmp_path)
    where, found = done.stdout.split()
    assert where.startswith(str(installed.parent)) and found == "1"
