"""What can be known of the container files without a Docker engine."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert set(compose["volumes"]) == {"database"}
    return dict(compose["services"])


def test_ports_are_bound_to_loopback(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_bot_is_given_settings_that_exist(services: dict[str, Any]) -> None:
    assert {name.lower() for name in services["bot"]["environment"]} <= set(Settings.model_fields)


def test_the_bot_waits_for_a_healthy_database(services: dict[str, Any]) -> None:
    assert services["bot"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["database"]["healthcheck"]["test"][1] == "pg_isready"


def test_no_password_stands_in_the_file(services: dict[str, Any]) -> None:
    told = [*services["bot"]["environment"].items(), *services["database"]["environment"].items()]
    assert all(value.startswith("${") for name, value in told if name in {"SECRET", "POSTGRES_PASSWORD"})
    assert ":${POSTGRES_PASSWORD" in services["bot"]["environment"]["DATABASE_URL"]


def test_the_image_runs_as_nobody_special_and_takes_the_code_last() -> None:
    steps = re.sub(r"\\\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8")).splitlines()
    last = steps[[step.startswith("FROM") for step in steps].index(True, 3) :]
    order = [step.split()[0] for step in last if step]
    assert last.index("COPY bot bot") == max(place for place, step in enumerate(last) if step.startswith("COPY"))
    assert "USER bot" in last
    assert order.index("USER") < order.index("CMD")
    assert "HEALTHCHECK" in order


def test_what_the_image_copies_is_there_and_is_not_ignored() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+)", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert [f"!{path}" in allowed for path in copied] == [True] * len(copied)
