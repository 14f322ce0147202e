# Everything a contributor needs, one word each: `make help` lists them.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Tests start some hundred processes. Each would compile anew what none may keep.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install dev run test check format accuracy bench trial fuzz openapi baseline lock pictures clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

install: $(VENV)/.installed ## Make the environment; .venv/bin/sourceproof is the command
dev: $(VENV)/.installed-dev ## The same, with what the tests and checks need

run: install ## Check the sample draft against its sample sources, write report.html
	@$(BIN)/python deploy/sample/run.py

# Three processes for two cores, since tests also wait.
test: dev ## Run every test, on a real Redis and a real PostgreSQL that they bring up
	$(BIN)/python -m pytest -n 3 --dist loadfile

check: dev ## Lint, types, layering
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: dev ## Format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accuracy: dev ## Measure the scorer against its floors (needs the tuning data)
	$(BIN)/python -m pytest tests/eval -q -rs

bench: dev ## Time and memory, beside what they are compared with
	PYTHONPATH=tests $(BIN)/python -m bench

trial: dev ## Three changes to a newsroom's fifty drafts, as a step of CI checks them
	PYTHONPATH=tests $(BIN)/python -m newsroom

fuzz: dev ## Hold the running service to openapi.yaml: Schemathesis, stateful, minutes long
	PYTHONPATH=tests $(BIN)/python -m bench.fuzzing

openapi: dev ## Write openapi.yaml and the report's JSON Schema from the code
	$(BIN)/python -m service.openapi > openapi.yaml
	$(BIN)/python -m service.schemas.report > service/schemas/report.schema.json

baseline: dev ## Write the contract's baseline anew: at a release, or where a promise is taken back
	$(BIN)/python tests/service/contract_facts.py

lock: dev ## Pin every dependency anew, with hashes and without addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --extra build --extra telemetry --extra dev -c requirements.txt pyproject.toml \
	  -o requirements-dev.txt

pictures: dev ## Take the README's pictures of the app anew (needs a Chromium)
	PYTHONPATH=tests $(BIN)/python -m browser.picture deploy/sample/pictures

clean: ## Remove the environment and what the tools left
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache report.html

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Sourceproof needs Python 3.11 or newer: make PYTHON=python3.11 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# uv takes a fraction of pip's time. It does not know the index that pip may be configured for;
# where it finds none, pip installs.
$(VENV)/.installed-dev: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > $(VENV)/uv.txt
	$(PIP) --require-hashes -r $(VENV)/uv.txt
	$(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python --compile-bytecode \
	  --require-hashes -r requirements-dev.txt || $(PIP) --require-hashes -r requirements-dev.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(VENV)/.installed $@
