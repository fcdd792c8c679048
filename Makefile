# Every target makes what it needs: the environment, PostgreSQL, the simulated province. There is no other set-up step.

PYTHON ?= python3
ARGS ?=
VENV := .venv
RUN := $(VENV)/bin/python
# pip and not uv: pip follows whatever index, mirror or certificate this machine is set up with.
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --no-input -c constraints.txt
INPUTS := pyproject.toml constraints.txt
PYTEST := $(RUN) -m pytest --quiet
NOT_HERE := --ignore=tests/e2e -m "not e2e and not torture"

.DEFAULT_GOAL := help
.PHONY: help demo test lives test-e2e bench torture docs system-packages migration constraints
.DELETE_ON_ERROR:

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

demo: $(VENV)/ready-to-run ## walk the whole road on invented people, then keep serving; ARGS=--no-serve ends instead
	@exec $(RUN) -m integrity_archive demo $(ARGS)

test: $(VENV)/ready-to-test ## linters, types, import contracts, and all tests that need nothing from the system
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check --quiet .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports --no-logo --no-cache
	$(RUN) -m djlint --lint --quiet templates
	$(PYTEST) -n 2 $(NOT_HERE) $(ARGS)

lives: $(VENV)/ready-to-test ## the long lives of entries: all transitions, on the tables and in the database
	$(PYTEST) --hypothesis-profile=whole tests/journeys/test_lives.py tests/journeys/test_lives_in_the_database.py $(ARGS)

test-e2e: $(VENV)/ready-for-e2e system-packages ## pages in a browser, PDFs with Poppler; as root installs both
	$(PYTEST) tests/e2e $(ARGS)

bench: $(VENV)/ready-to-test ## print the performance table and write it to bench.json
	@exec $(RUN) -m tests.bench $(ARGS)

torture: $(VENV)/ready-to-test ## the long sweeps
	$(PYTEST) -m torture --ignore=tests/e2e $(ARGS)

docs: $(VENV)/ready-to-test ## write the pages of docs/ that are made from the code
	$(RUN) docs/generate.py

migration: $(VENV)/ready-to-test ## write a migration from what has changed in the models: NAME=entries_marks
	@test -n "$(NAME)" || { echo "give it a name: make migration NAME=what_changes"; exit 2; }
	$(RUN) -m aerich migrate --offline --no-input --name "$(NAME)"

constraints: $(VENV)/ready-to-test ## pin the newest allowed versions of everything
	$(RUN) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile pyproject.toml --all-extras --universal --no-annotate --no-header --upgrade \
		--python-version 3.11 --quiet -o constraints.txt

$(VENV)/ready-to-run: $(INPUTS) | $(VENV)/bin/pip
	@echo "installing what is needed to run …"
	@$(INSTALL) -e .
	@touch $@

$(VENV)/ready-to-test: $(INPUTS) | $(VENV)/bin/pip
	@echo "installing what is needed to run and to test …"
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/ready-to-run

$(VENV)/ready-for-e2e: $(INPUTS) | $(VENV)/bin/pip
	@echo "installing what is needed to test in a browser …"
	@$(INSTALL) -e '.[dev,e2e]'
	@touch $@ $(VENV)/ready-to-run $(VENV)/ready-to-test

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is not: make PYTHON=/path/to/python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) has no venv (Debian: apt-get install python3-venv)"; exit 1; }

system-packages:
	@missing=; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
	command -v zbarimg >/dev/null || missing="$$missing zbar-tools"; \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then echo "please install:$$missing"; exit 1; fi; \
	echo "installing$$missing …"; \
	apt-get -qq update >/dev/null && \
	DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends $$missing >/dev/null
