"""The lines of an event stream in, events and signs of life out. Pure.

The wire is that of the HTML standard, section 9.2.6. httpx2 has a parser too, which keeps
comments from its caller; they are what tells a quiet stream from a dead one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.client.errors import UnexpectedAnswer
from service.client.nouns import Event

MAX_EVENT = 1_000_000  # characters; ours have a few hundred


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """A comment: the service is there, and nothing has come about."""


def parse(lines: Iterable[str]) -> Iterator[Event | Heartbeat]:
    """Give events as they are complete. Raises UnexpectedAnswer where one is none of ours."""
    fields: dict[str, str] = {}
    last_id = ""
    for line in lines:
        if line.startswith(":"):
            yield Heartbeat()
        elif line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            before = fields.get("data")
            is_more = name == "data" and before is not None
            fields[name] = f"{before}\n{value}" if is_more else value
            if len(fields[name]) > MAX_EVENT:
                raise UnexpectedAnswer("An event of the stream is too long.")
        else:
            last_id = fields.get("id", last_id)
            if "data" in fields:
                yield _event(fields, last_id)
            fields = {}


def _event(fields: dict[str, str], last_id: str) -> Event:
    try:
        data = json.loads(fields["data"])
    except ValueError as err:
        raise UnexpectedAnswer("An event of the stream holds no JSON.") from err
    if not isinstance(data, dict):
        raise UnexpectedAnswer("An event of the stream holds no JSON object.")
    return Event(fields.get("event", "message"), data, last_id)
