"""Flags, a configuration file and the environment in, one Configuration out. I/O: reads files.

Flags win over the file, the file over the environment.
"""

import os
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from service.errors import UsageError
from service.policy import OnInconclusive, Policy, make_policy
from service.rendering import FORMATS
from service.settings import Settings

FILE_NAME = "sourceproof.toml"


class OnUnavailable(StrEnum):
    """What a server that gives no report means for the exit code."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105  the contract's word, not a password


class _Choices(BaseModel):
    """What a file or the flags may say; a name that is not here is an error."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))

    format: str = "terminal"
    fail_on: str | list[str] | None = None
    max_could_not_check: float | None = Field(default=None, ge=0, le=100)
    min_reader_verifiable: float | None = Field(default=None, ge=0, le=100)
    on_inconclusive: OnInconclusive = OnInconclusive.FAIL
    offline: bool = False
    cache: Path | None = None
    time_budget: float | None = Field(default=None, gt=0)
    server: str | None = None
    api_key: str | None = None
    on_unavailable: OnUnavailable = OnUnavailable.FAIL
    exclude: list[str] = []
    severity: dict[str, str] = {}
    fetch: dict[str, Any] = {}


# What else an environment variable may set, beside the settings.
CHOICES = frozenset(_Choices.model_fields) - {"exclude", "severity", "fetch"}


@dataclass(frozen=True, slots=True)
class Server:
    """The service that checks in our place, and the key for it."""

    address: str
    api_key: str | None = field(repr=False)
    on_unavailable: OnUnavailable


@dataclass(frozen=True, slots=True)
class Configuration:
    """How a check is to be done and judged. ``time_budget``: seconds for the whole run.

    ``cache``: the folder in which answers are kept; without one each is asked for anew.
    ``exclude``: patterns of paths that are no drafts, from ``root``, the file's folder.
    """

    policy: Policy
    settings: Settings
    format: str
    offline: bool
    cache: Path | None
    time_budget: float | None
    server: Server | None = None
    exclude: tuple[str, ...] = ()
    root: Path = Path()


def configure(flags: dict[str, Any], *, near: str, named: Path | None) -> Configuration:
    """Combine flags, file and environment; raise UsageError on what makes no sense."""
    path = named or find_upwards(near)
    said = {**_environment(), **(_read(path) if path else {})}
    said |= {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    try:
        choices = _Choices.model_validate(said)
    except ValidationError as err:
        raise UsageError(_plain(err, f"flags or {path}" if path else None)) from err
    fetch = {f"fetch_{name.replace('-', '_')}": value for name, value in choices.fetch.items()}
    settings = read_settings(**fetch)
    if choices.format not in FORMATS:
        raise UsageError(f"--format {choices.format}: choose one of {', '.join(FORMATS)}")
    return Configuration(
        policy=_policy(choices),
        settings=settings,
        format=choices.format,
        offline=choices.offline,
        cache=choices.cache,
        time_budget=choices.time_budget,
        server=_server(choices),
        exclude=tuple(choices.exclude),
        root=path.parent if path else Path.cwd(),
    )


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
    return Server(choices.server, _key(choices.api_key), choices.on_unavailable)


def _key(given: str | None) -> str | None:
    """Give the key, or the one in the file that is named with an @ before it."""
    if given is None or not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"--api-key {given} cannot be read") from err


def _policy(choices: _Choices) -> Policy:
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


def find_upwards(near: str) -> Path | None:
    """Return the file that holds for a draft or a folder of them, else for where we are.

    A draft that an editor has not saved yet stands in no file, but in a folder.
    """
    whole = Path(near).resolve()
    folder = whole if whole.is_dir() else whole.parent
    start = folder if folder.is_dir() else Path.cwd()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        if project.is_file() and "sourceproof" in _load(project).get("tool", {}):
            return project
    return None


def _read(path: Path) -> dict[str, Any]:
    content = _load(path)
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("sourceproof", {})
    return {name.replace("_", "-"): value for name, value in content.items()}


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise UsageError(f"{path} is not valid TOML: {err}") from err


def read_settings(**overrides: Any) -> Settings:  # noqa: ANN401  as a file has them
    """Read the settings of the environment; raise UsageError on what makes no sense."""
    try:
        return Settings(**overrides)
    except ValidationError as err:
        raise UsageError(_plain(err, "a SOURCEPROOF_ setting")) from err


def _plain(err: ValidationError, where: str | None) -> str:
    first = err.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    unknown = first["type"] == "extra_forbidden"
    what = "is not a setting that exists" if unknown else first["msg"].lower()
    return f"{name}: {what}" + (f" ({where})" if where else "")
