"""The test server refuses what Discord refuses; one that says yes would hide the very faults that tests look for."""

from typing import Any

import pytest

from tests.fakes.discord.commands import check_commands
from tests.fakes.discord.messages import check_choices, check_message, check_modal, pings
from tests.fakes.discord.refusals import JSON, Refused


def button(**more: Any) -> JSON:
    return {"type": 2, "style": 2, "label": "ok", "custom_id": "a", **more}


def select(**more: Any) -> JSON:
    return {"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a"}], **more}


def row(*items: JSON) -> JSON:
    return {"type": 1, "components": list(items)}


def options(number: int, value: str = "") -> list[JSON]:
    return [{"label": "a", "value": value or str(n)} for n in range(number)]


def embed(**more: Any) -> JSON:
    return {"embeds": [more]}


REFUSED_MESSAGES = {
    "empty": {},
    "long content": {"content": "x" * 2001},
    "unknown key": {"content": "x", "text": "y"},
    "long title": embed(title="x" * 257),
    "long description": embed(description="x" * 4097),
    "long footer": embed(title="x", footer={"text": "x" * 2049}),
    "field without a name": embed(fields=[{"name": "", "value": "x"}]),
    "field without a value": embed(fields=[{"name": "x", "value": ""}]),
    "long field": embed(fields=[{"name": "x", "value": "x" * 1025}]),
    "26 fields": embed(fields=[{"name": "x", "value": "x"}] * 26),
    "6,001 characters in two embeds": {"embeds": [{"description": "x" * 3001}, {"description": "x" * 3000}]},
    "11 embeds": {"embeds": [{"title": "x"}] * 11},
    "link of no web": embed(title="x", url="zhangtongshe.com"),
    "6 rows": {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
    "6 buttons in a row": {"content": "x", "components": [row(*[button(custom_id=str(n)) for n in range(6)])]},
    "the same id twice": {"content": "x", "components": [row(button(), button())]},
    "long id": {"content": "x", "components": [row(button(custom_id="x" * 101))]},
    "long label": {"content": "x", "components": [row(button(label="x" * 81))]},
    "button without a face": {"content": "x", "components": [row(button(label=None))]},
    "select beside a button": {"content": "x", "components": [row(button(), select())]},
    "select without options": {"content": "x", "components": [row(select(options=[]))]},
    "26 options": {"content": "x", "components": [row(select(options=options(26)))]},
    "the same value twice": {"content": "x", "components": [row(select(options=options(2, "a")))]},
    "long value": {"content": "x", "components": [row(select(options=options(1, "x" * 101)))]},
    "long placeholder": {"content": "x", "components": [row(select(placeholder="x" * 151))]},
    "bare button": {"content": "x", "components": [button()]},
    "new components with content": {"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "x"}]},
    "new components with too much text": {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4001}]},
}


@pytest.mark.parametrize("body", REFUSED_MESSAGES.values(), ids=REFUSED_MESSAGES)
def test_message_is_refused(body: JSON) -> None:
    with pytest.raises(Refused):
        check_message(body)


def test_a_message_at_every_limit_is_accepted() -> None:
    rows = [row(*[button(custom_id=f"{r}{n}" + "x" * 98, label="x" * 80) for n in range(5)]) for r in range(4)]
    embeds = [{"title": "x" * 256, "description": "x" * 4096}, {"description": "x" * (6000 - 256 - 4096)}]
    check_message({"content": "x" * 2000, "embeds": embeds, "components": [*rows, row(select(options=options(25)))]})


def label(**component: Any) -> JSON:
    return {"type": 18, "label": "x", "component": {"type": 4, "custom_id": "a", "style": 1, **component}}


REFUSED_MODALS = {
    "long title": {"title": "x" * 46, "custom_id": "m", "components": [label()]},
    "no input": {"title": "x", "custom_id": "m", "components": []},
    "6 inputs": {"title": "x", "custom_id": "m", "components": [label(custom_id=str(n)) for n in range(6)]},
    "long label": {"title": "x", "custom_id": "m", "components": [{**label(), "label": "x" * 46}]},
    "long input": {"title": "x", "custom_id": "m", "components": [label(max_length=4001)]},
    "text longer than allowed": {"title": "x", "custom_id": "m", "components": [label(max_length=3, value="four")]},
    "long placeholder": {"title": "x", "custom_id": "m", "components": [label(placeholder="x" * 101)]},
}


@pytest.mark.parametrize("data", REFUSED_MODALS.values(), ids=REFUSED_MODALS)
def test_modal_is_refused(data: JSON) -> None:
    with pytest.raises(Refused):
        check_modal(data)


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": "x", "value": "x"}] * 26,
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "x", "value": "x" * 101}],
        [{"name": "", "value": "x"}],
    ],
)
def test_choices_are_refused(choices: list[JSON]) -> None:
    with pytest.raises(Refused):
        check_choices({"choices": choices})


def command(**more: Any) -> JSON:
    return {"type": 1, "name": "gpu", "description": "x", **more}


def string(name: str, **more: Any) -> JSON:
    return {"type": 3, "name": name, "description": "x", **more}


REFUSED_COMMANDS = {
    "capital letters": [command(name="Gpu")],
    "no description": [command(description="")],
    "long description": [command(description="x" * 101)],
    "unknown locale": [command(description_localizations={"zh": "x"})],
    "long translation": [command(description_localizations={"zh-TW": "x" * 101})],
    "twice": [command(), command()],
    "required after optional": [command(options=[string("a"), string("b", required=True)])],
    "two options of one name": [command(options=[string("a"), string("a")])],
    "choices and autocomplete": [
        command(options=[string("a", autocomplete=True, choices=[{"name": "x", "value": "x"}])])
    ],
    "menu with a description": [{"type": 3, "name": "Find", "description": "x"}],
    "16 menus": [{"type": 3, "name": str(n)} for n in range(16)],
    "over 8,000 characters": [
        command(
            options=[
                string(
                    f"o{n}",
                    description="x" * 100,
                    choices=[{"name": "x" * 100, "value": "y" * 90 + str(i)} for i in range(5)],
                )
                for n in range(8)
            ]
        )
    ],
}


@pytest.mark.parametrize("commands", REFUSED_COMMANDS.values(), ids=REFUSED_COMMANDS)
def test_commands_are_refused(commands: list[JSON]) -> None:
    with pytest.raises(Refused):
        check_commands(commands)


PINGS = [
    ({"content": "<@1> <@&2> @everyone"}, {"1", "2", "everyone"}),
    ({"content": "<@1> @here", "allowed_mentions": {"parse": []}}, set()),
    ({"content": "<@1> <@2>", "allowed_mentions": {"parse": [], "users": [1]}}, {"1"}),
]


@pytest.mark.parametrize(("body", "whom"), PINGS)
def test_who_would_be_pinged(body: JSON, whom: set[str]) -> None:
    assert pings(body) == whom


def test_a_reply_pings_its_author_unless_told_not_to() -> None:
    assert pings({"content": "x"}, "9") == {"9"}
    assert pings({"content": "x", "allowed_mentions": {"parse": [], "replied_user": False}}, "9") == set()
