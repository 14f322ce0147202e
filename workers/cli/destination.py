"""What a file, flags and the environment say of a server in, where to send and with which key out.

I/O: a key may stand in a file.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from service.errors import UsageError


class OnUnavailable(StrEnum):
    """What a server that gives no report means for the exit code."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105  the contract's word, not a password


@dataclass(frozen=True, slots=True)
class Server:
    """The service that checks in our place, and the key for it."""

    address: str
    api_key: str | None = field(repr=False)
    on_unavailable: OnUnavailable


def read_key(given: str | None) -> str | None:
    """Give the key, or the one in the file that is named with an @ before it."""
    if given is None or not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as err:
        raise UsageError(f"--api-key {given} cannot be read") from err


def keep_key(filed: dict[str, Any], flagged: dict[str, Any], environment: dict[str, str]) -> None:
    """Refuse to send a key where a file of the repository says: a change to it could say anywhere.

    A key in the file itself may go where the file says, but may not be read from another one.
    """
    if str(filed.get("api-key", "")).startswith("@"):
        raise UsageError('api-key = "@…" is for --api-key and SOURCEPROOF_API_KEY, not for a file')
    outside = "api-key" in flagged or ("api-key" in environment and "api-key" not in filed)
    server = filed.get("server")
    if outside and server and "server" not in flagged and environment.get("server") != server:
        raise UsageError(
            f"the configuration names the server {server}, and the key is from elsewhere: name the "
            "server by --server or SOURCEPROOF_SERVER too, and the key is sent there"
        )
