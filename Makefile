# make demo   shows real conflicts between the articles in seeds/
# make test   runs every check; .ci/run calls it
# make compiled  builds a wheel for this platform and Python whose readers are machine code (docs/performance.md)
# They create .venv when it is missing, and install again only when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := $(VENV)/npm

# An environment whose Python has gone, or that was left half made, is made anew.
UNSOUND := $(shell [ ! -e $(VENV) ] || $(BIN)/python -c 'import pip' 2>/dev/null || rm -rf $(VENV))

# What was compiled once is kept, whatever the shell says: the tests start the command some hundred times.
unexport PYTHONDONTWRITEBYTECODE

# Steps that do not wait for each other run at once; the words of each stay together.
TOGETHER := $(MAKE) --no-print-directory -j 4 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.PHONY: demo test lint style types examples chromium npm compiled clean
.DEFAULT_GOAL := test

demo: $(VENV)/installed
	$(BIN)/factcheck demo

test: $(BIN)/python
	@$(TOGETHER) lint examples chromium npm
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: style types

style: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/installed-test
	$(BIN)/mypy

examples: $(VENV)/installed-test
	$(BIN)/factcheck test

# What needs a browser or npm's packages is skipped as "not run" where they cannot be had.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && apt-get install -qq -y chromium >/dev/null 2>&1; } \
	  || echo "no Chromium: the tests of the review page are not run"

npm: | $(BIN)/python
	@[ -e $(NPM)/installed ] || { command -v npm >/dev/null \
	  && npm install --silent --no-audit --no-fund --prefix $(NPM) axe-core@4 @actions/core@1 \
	  @umbrelladocs/rdformat-validator@1 >/dev/null 2>&1 && touch $(NPM)/installed; } \
	  || echo "no packages of npm: the tests of accessibility, workflow commands and rdjson's validator are not run"

# By way of an sdist: mypyc leaves its libraries beside the sources that it reads.
compiled: $(VENV)/installed-test
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m build --outdir dist .

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find factcheck tests benchmarks tools -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "factcheck needs Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y python3-venv && $(PYTHON) -m venv --clear $(VENV); } \
	  || { echo "cannot create $(VENV): install python3-venv"; exit 1; }

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/installed
