"""A configuration file and the environment in, what they set and what makes no sense out. I/O."""

import difflib
import os
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from service.errors import UsageError
from service.settings import Settings
from workers.cli.configuration import CHOICES, configure
from workers.cli.configuration_file import find_upwards
from workers.cli.doctor.lines import Line, Section, told, well, wrong
from workers.fetching.guard import resolve_targets

SHORTEST_KEY = 24  # bytes; Standard Webhooks, "Signature scheme"
PREFIX = "SOURCEPROOF_"
WIDEST = {4: 8, 6: 16}  # prefix lengths; a wider network opens more than a house has


def wishes(config: Path | None) -> tuple[Section, Settings]:
    """Tell what is set; the settings come back with defaults where what is set makes no sense."""
    settings, wrongs = _settings()
    lines = (*_file(config, is_sound=not wrongs), *_environment(), *wrongs, *_odd(settings))
    return Section("Settings", lines), settings


def _settings() -> tuple[Settings, tuple[Line, ...]]:
    try:
        return Settings(), ()
    except ValidationError as err:
        names = {str(each["loc"][0]): each["msg"] for each in err.errors() if each["loc"]}
    defaults = {name: Settings.model_fields[name].get_default() for name in names}
    lines = (
        wrong(name, f"{PREFIX}{name.upper()} makes no sense: {said}", "Its default is used here.")
        for name, said in names.items()
    )
    return Settings(**defaults), tuple(lines)


def _file(config: Path | None, *, is_sound: bool) -> Iterator[Line]:
    path = config or find_upwards(".")
    if path is None:
        yield told("file", "no sourceproof.toml here or above")
        return
    try:
        if is_sound:
            configure({}, near=".", named=path)
    except UsageError as err:
        yield wrong("file", err.detail)
        return
    yield well("file", f"{path} is read")


def _environment() -> Iterator[Line]:
    """Name what the environment sets, never its values: some are secrets."""
    known = {f"{PREFIX}{name.upper()}" for name in (*Settings.model_fields, *CHOICES)}
    found = sorted(name for name in os.environ if name.upper().startswith(PREFIX))
    meant = [name for name in found if name.upper() in known]
    if meant:
        yield told("environment", f"sets {', '.join(meant)}")
    for name in found:
        if name not in meant:
            near = difflib.get_close_matches(name.upper(), known, 1)
            advice = f"Is {near[0]} meant?" if near else None
            yield wrong("environment", f"{name} is no setting, and does nothing", advice)


def _odd(settings: Settings) -> Iterator[Line]:
    """Name settings that are each valid and make no sense together or here."""
    if settings.fetch_connect_timeout > settings.fetch_timeout:
        words = "more time to connect than for the whole source: FETCH_CONNECT_TIMEOUT"
        yield wrong("fetching", f"{words} is above FETCH_TIMEOUT")
    if settings.fetch_per_host > settings.fetch_concurrency:
        yield wrong("fetching", "FETCH_PER_HOST is above FETCH_CONCURRENCY, and never reached")
    if not settings.fetch_robots:
        yield told("fetching", "robots.txt is not honoured, as FETCH_ROBOTS says")
    if settings.fetch_contact is None and settings.fetch_user_agent is None:
        advice = f"Set {PREFIX}FETCH_CONTACT to a mailbox or an address."
        yield told("fetching", "sites are not told whom to write to", advice)
    for network in settings.allow_networks:
        if network.prefixlen < WIDEST[network.version]:
            words = f"ALLOW_NETWORKS opens {network}, and with it whatever stands there"
            yield wrong("guard", words)
    yield from _stand_ins(settings)
    yield from _secret(settings)
    if settings.public_url and not settings.public_url.startswith(("http://", "https://")):
        yield wrong("webhooks", "PUBLIC_URL is no http or https address")


def _stand_ins(settings: Settings) -> Iterator[Line]:
    try:
        targets = resolve_targets(settings.resolve)
    except ValueError as err:
        yield wrong("stand-ins", f"RESOLVE: {err}")
        return
    if targets:
        words = f"{len(targets):,} hosts are asked elsewhere, as RESOLVE says (tests and replays)"
        yield told("stand-ins", words)


def _secret(settings: Settings) -> Iterator[Line]:
    if any(len(_key(secret)) < SHORTEST_KEY for secret in settings.webhook_secret):
        advice = f"It is whsec_ and the base64 of {SHORTEST_KEY} bytes or more."
        yield wrong("webhooks", "WEBHOOK_SECRET is not one that signs safely", advice)


def _key(secret: str) -> bytes:
    try:
        return b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError:
        return b""
