"""Flags, a configuration file and the environment in, one Configuration out. I/O: reads files.

Flags win over the file, the file over the environment; within the file, what it says of a path
wins over what it says of all.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from service.errors import UsageError
from service.policy import (
    Ignore,
    OnInconclusive,
    Policy,
    fits,
    make_policy,
    near_words,
    parse_ignores,
)
from service.rendering import FORMATS
from service.settings import Settings
from workers.cli.configuration_file import Content, find_upwards, on_disk, read_bytes, read_file
from workers.cli.destination import OnUnavailable, Server, keep_key, read_key

STDIN = "-"


class OnStale(StrEnum):
    """What an excuse that has expired or covers nothing means for the exit code."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105  the contract's word, not a password


class _Weighing(BaseModel):
    """How findings are weighed; a name that is not here is an error."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))

    fail_on: str | list[str] | None = None
    max_could_not_check: float | None = Field(default=None, ge=0, le=100)
    min_reader_verifiable: float | None = Field(default=None, ge=0, le=100)
    on_inconclusive: OnInconclusive | None = None
    severity: dict[str, str] = {}


class _Path(_Weighing):
    """How findings are weighed in the drafts that fit a pattern."""

    match: str | list[str]

    def fits(self, place: str) -> bool:
        """Whether a draft is meant, by its path from the file's folder."""
        patterns = [self.match] if isinstance(self.match, str) else self.match
        return any(fits(pattern, place) for pattern in patterns)


class _Choices(_Weighing):
    """What a file or the flags may say."""

    format: str = "terminal"
    offline: bool = False
    cache: Path | None = None
    time_budget: float | None = Field(default=None, gt=0)
    server: str | None = None
    api_key: str | None = None
    on_unavailable: OnUnavailable = OnUnavailable.FAIL
    baseline: Path | None = None
    baseline_days: int = Field(default=180, ge=1)
    new_only: bool = False
    on_stale_excuses: OnStale = OnStale.WARN
    exclude: list[str] = []
    paths: list[_Path] = []
    ignore: list[dict[str, Any]] = []
    fetch: dict[str, Any] = {}


# What only a file can say; the rest an environment variable may set too, beside the settings.
_TABLES = frozenset({"severity", "exclude", "paths", "ignore", "fetch"})
CHOICES = frozenset(_Choices.model_fields) - _TABLES


@dataclass(frozen=True, slots=True)
class Configuration:
    """How a check is to be done and judged. ``time_budget``: seconds for the whole run.

    ``cache``: the folder in which answers are kept; without one each is asked for anew.
    ``exclude``: patterns of paths that are no drafts, from ``root``, the file's folder.
    ``place`` is the draft's path from there, ``file`` the file that was read.
    ``baseline`` holds what is excused, ``baseline_days`` for how long; ``new_only`` leaves
    what is excused out of what is written. ``loosened`` names what a change to the file would
    let pass more easily, and which does not hold yet.
    """

    policy: Policy
    settings: Settings
    format: str
    offline: bool
    cache: Path | None
    time_budget: float | None
    exclude: tuple[str, ...]
    root: Path
    place: str
    file: Path | None
    ignores: tuple[Ignore, ...]
    baseline: Path | None
    baseline_days: int
    new_only: bool
    on_stale_excuses: OnStale = OnStale.WARN
    server: Server | None = None
    loosened: tuple[str, ...] = ()


def configure(
    flags: dict[str, Any], *, near: str, named: Path | None, content: Content = on_disk
) -> Configuration:
    """Combine flags, file and environment for the draft ``near``.

    ``content`` gives what files hold, or held at another time. Raises UsageError on what makes
    no sense.
    """
    path = named or find_upwards(near, content)
    root = path.parent if path else Path.cwd()
    place = place_in(root, near)
    choices = _choices(flags, path, place, content)
    if choices.format not in FORMATS:
        raise UsageError(f"--format {choices.format}: choose one of {', '.join(FORMATS)}")
    return Configuration(
        policy=_policy(choices),
        settings=_settings(choices.fetch),
        format=choices.format,
        offline=choices.offline,
        cache=choices.cache,
        time_budget=choices.time_budget,
        exclude=tuple(choices.exclude),
        root=root,
        place=place,
        file=path,
        ignores=parse_ignores(choices.ignore, str(path)),
        baseline=choices.baseline,
        baseline_days=choices.baseline_days,
        new_only=choices.new_only,
        on_stale_excuses=choices.on_stale_excuses,
        server=_server(choices),
    )


def place_in(folder: Path, draft: str) -> str:
    """Give the path of a draft from a folder, with forward slashes; what is no file, as it is."""
    if draft == STDIN or "://" in draft:
        return draft
    return Path(os.path.relpath(draft, folder)).as_posix()


def _choices(flags: dict[str, Any], path: Path | None, place: str, content: Content) -> _Choices:
    """Lay flags over what the file says of the draft's path, that over the rest of the file."""
    filed = read_file(path, content) if path else {}
    flagged = {name.replace("_", "-"): v for name, v in flags.items() if v is not None}
    keep_key(filed, flagged, _environment())
    said = {**_environment(), **filed}
    choices = _validated({**said, **flagged}, path)
    for each in choices.paths:
        _policy(each)  # what makes no sense is told whichever drafts are checked
        if each.fits(place):
            own = each.model_dump(by_alias=True, exclude_unset=True, exclude={"match"})
            own["severity"] = {**said.get("severity", {}), **each.severity}
            said |= own
    return _validated({**said, **flagged}, path)


def _validated(said: dict[str, Any], path: Path | None) -> _Choices:
    try:
        return _Choices.model_validate(said)
    except ValidationError as err:
        raise UsageError(_plain(err, f"flags or {path}" if path else None)) from err


def _settings(fetch: dict[str, Any]) -> Settings:
    named = {f"fetch_{name.replace('-', '_')}": value for name, value in fetch.items()}
    known = [name for name in Settings.model_fields if name.startswith("fetch_")]
    for name in named:
        if name not in known:
            plain = [each.removeprefix("fetch_").replace("_", "-") for each in known]
            raise UsageError(_unknown(f"fetch.{name.removeprefix('fetch_')}", plain))
    return read_settings(**named)


def _server(choices: _Choices) -> Server | None:
    """Give the server, where one is named; what only a check made here can do is refused."""
    if choices.server is None:
        return None
    here = {
        "--offline": choices.offline,
        "--cache": choices.cache,
        "--time-budget": choices.time_budget,
    }
    for flag, value in here.items():
        if value:
            raise UsageError(f"{flag} is for a check that is made here, not by --server")
    return Server(choices.server, read_key(choices.api_key), choices.on_unavailable)


def _policy(choices: _Weighing) -> Policy:
    return make_policy(
        {
            "fail_on": choices.fail_on,
            "max_could_not_check": choices.max_could_not_check,
            "min_reader_verifiable": choices.min_reader_verifiable,
            "on_inconclusive": choices.on_inconclusive,
            "severities": choices.severity,
        }
    )


def _environment() -> dict[str, str]:
    found = {name: os.environ.get(f"SOURCEPROOF_{name.upper()}") for name in CHOICES}
    return {name.replace("_", "-"): value for name, value in found.items() if value is not None}


def ignores_in(content: bytes, path: Path) -> tuple[Ignore, ...]:
    """Read the ignores of a configuration file from its bytes. Raises UsageError."""
    return parse_ignores(read_bytes(content, path).get("ignore", []), str(path))


def read_settings(**overrides: Any) -> Settings:  # noqa: ANN401  as a file has them
    """Read the settings of the environment; raise UsageError on what makes no sense."""
    try:
        return Settings(**overrides)
    except ValidationError as err:
        raise UsageError(_plain(err, "a SOURCEPROOF_ setting")) from err


_FORMS = ("str", "list[str]")  # of a setting that may be one or several
_KINDS = {
    "bool": "true or false",
    "dict": "a table",
    "float": "a number",
    "int": "a whole number",
    "list": "a list",
    "model": "a table",
    "path": "a path",
    "string": "text",
}


def _plain(err: ValidationError, where: str | None) -> str:
    first = err.errors()[0]
    forms = [part for part in first["loc"] if part in _FORMS]
    name = ".".join(str(part) for part in first["loc"] if part not in _FORMS)
    kind = "text, or a list of it" if forms else _KINDS.get(first["type"].partition("_")[0])
    if first["type"] == "extra_forbidden":
        model = _Path if first["loc"][0] == "paths" else _Choices
        words = _unknown(name, [field.replace("_", "-") for field in model.model_fields])
    else:
        words = f"{name}: {f'this is to be {kind}' if kind else first['msg'].lower()}"
    return words + (f" ({where})" if where else "")


def _unknown(name: str, known: Iterable[str]) -> str:
    return f"{name}: is not a setting that exists{near_words(name.rpartition('.')[2], known)}"
