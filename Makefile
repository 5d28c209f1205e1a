# Two commands for a newcomer: `make run` and `make test`. Everything is installed into .venv from hashed requirements.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench lock
.DEFAULT_GOAL := run

.venv/installed: requirements.lock pyproject.toml
	@echo "Installing into .venv …" >&2
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable . >&2
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@echo "Installing what the tests need …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock >&2
	@touch $@

run: .venv/installed
	@$(BIN)/python -m bot chat

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m bot facts verify
	$(BIN)/python -m pytest

bench: .venv/installed-dev
	$(BIN)/python -m bench.answering
	$(BIN)/python -m bench.command_line

lock: .venv/installed-dev
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.lock -o requirements-dev.lock
