# hokoku: the two commands are `make run` and `make test`; everything else is in `make help`.
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin

.PHONY: help run test check bench lock clean
.DEFAULT_GOAL := help

help:  ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# The stamp is newer than the lock exactly when the environment holds what the lock says.
.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hokoku needs Python 3.11 or later: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements.lock
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --no-deps --editable .
	$(BIN)/python -m compileall -q pipeline
	@touch $@

run: .venv/installed  ## run the whole chain over raw/ (set-up included); the tables come to output/4-records
	$(BIN)/hokoku run

test: .venv/installed  ## all checks: ruff, mypy, import-linter, pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --dist loadfile

bench: .venv/installed  ## measure beside plain GiNZA and plain pdfplumber; writes benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

lock: .venv/installed  ## pin every dependency anew
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --group dev --all-extras --custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean:  ## remove what the stages wrote
	rm -rf output
