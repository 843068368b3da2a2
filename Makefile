# Chores, the same for people and for CI. `make` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help venv serve build test lint types architecture unit bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

venv: $(READY) ## make .venv with everything installed (first step of all others)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[site,dev]'
	@touch $@

serve: venv ## build the site and serve it, rebuilt on every change (PORT=8000)
	$(BIN)/vitsurvey serve --port $(PORT)

build: venv ## build the site into site/
	$(BIN)/vitsurvey build --strict

test: venv ## run every check: style, types, architecture, data, tests, real browser
	$(BIN)/python tests/prepare.py
	$(MAKE) --no-print-directory lint types architecture
	$(BIN)/vitsurvey validate
	$(BIN)/pytest

lint: venv ## style of the code
	$(BIN)/ruff check

types: venv ## static types
	$(BIN)/mypy

architecture: venv ## who may import whom
	$(BIN)/lint-imports

unit: venv ## the tests that need no browser
	$(BIN)/pytest -m 'not browser'

bench: venv ## measure speed and memory, as ratios in one run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.tables
	$(BIN)/python -m bench.weight

clean: ## remove everything that was made
	rm -rf $(VENV) site site-offline build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
