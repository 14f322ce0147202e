"""Settings: read from the environment at the edges, passed inward as values.

Every name is prefixed ``SOURCEPROOF_``; the README lists them.
"""

import re
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from service.domain.product import user_agent

Network = IPv4Network | IPv6Network
HEADER_WORDS = r"^[\x20-\x7e]+$"  # what a header field may hold, RFC 9110 section 5.5
Words = Annotated[tuple[str, ...], NoDecode]


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _check_template(template: str) -> None:
    """Refuse what is no address of an archive with a place for the page's.

    Raises:
        ValueError: with what is wrong, in plain words.
    """
    parts = urlsplit(template)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise ValueError(f"{template}: an archive is an http or https address without a user")
    if "{url}" not in parts.path + parts.query or "{" in parts.netloc:
        raise ValueError(f"{template}: {{url}} is missing in its path or query")
    rest = template.replace("{url}", "").replace("{timestamp}", "")
    if re.search(r"[{}\s]", rest) or parts.fragment:
        raise ValueError(f"{template}: only {{url}} and {{timestamp}} are filled in")


class Settings(BaseSettings):
    """What an operator can set. Frozen: a changed setting is a new value."""

    model_config = SettingsConfigDict(env_prefix="SOURCEPROOF_", frozen=True, extra="ignore")

    data_dir: Path = Field(default=Path.home() / ".local" / "share" / "sourceproof")
    database_url: str | None = None  # default: SQLite in data_dir
    broker_url: str | None = None  # default: the embedded broker in data_dir
    public_url: str | None = None  # how links to this service are written in webhooks
    require_keys: bool = False
    record: bool = False  # keep the raw answers of sources with each verification
    retention_days: int = Field(default=90, ge=1)
    audit_days: int = Field(default=730, ge=1)  # how long the audit log remembers
    rate_limit: int = Field(default=600, ge=0)  # requests a minute of a tenant with keys; 0: none
    max_live: int = Field(default=1_000, ge=0)  # verifications of a tenant at once; 0: any
    stream_lifetime: float = Field(default=900.0, gt=0)  # seconds that a stream of events lasts
    traces: bool = False  # spans, by OpenTelemetry; where to, its OTEL_ variables say
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    allow_networks: Annotated[tuple[Network, ...], NoDecode] = ()
    resolve: Words = ()  # "host=http://ip:port" pairs, for tests and replays

    archives: Words = ()  # URL templates of web archives that are asked for a page that is gone

    fetch_timeout: float = Field(default=20.0, gt=0)  # seconds, one source in all
    fetch_connect_timeout: float = Field(default=8.0, gt=0)  # seconds
    fetch_max_bytes: int = Field(default=10_000_000, gt=0)  # decoded body
    fetch_max_redirects: int = Field(default=8, ge=0)
    fetch_concurrency: int = Field(default=32, gt=0)
    fetch_per_host: int = Field(default=4, gt=0)
    fetch_host_rate: float = Field(default=2.0, gt=0, le=1000)  # requests a second to one host
    fetch_robots: bool = True
    fetch_cache: bool = True  # answers are kept and given again, by the service
    fetch_cache_bytes: int = Field(default=200_000_000, ge=1_000_000)  # as stored, in all
    fetch_cache_days: float = Field(default=7, gt=0)  # never more than retention_days
    # An address or a mailbox for those whose site is asked.
    fetch_contact: str | None = Field(default=None, pattern=HEADER_WORDS)
    # Default: made of the product and the contact.
    fetch_user_agent: str | None = Field(default=None, pattern=HEADER_WORDS)

    max_article_bytes: int = Field(default=5_000_000, gt=0)
    max_sources: int = Field(default=500, gt=0)
    max_statements: int = Field(default=5_000, gt=0)

    # whsec_…, all of them sign, the newest first; default: made once in data_dir
    webhook_secret: Words = Field(default=(), repr=False)
    webhook_timeout: float = Field(default=15.0, gt=0)  # seconds

    @field_validator("resolve", "archives", "webhook_secret", mode="before")
    @classmethod
    def _words(cls, value: object) -> object:
        return _split(value)

    @field_validator("archives")
    @classmethod
    def _archives(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for template in value:
            _check_template(template)
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("allow_networks", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        parts = _split(value)
        if not isinstance(parts, tuple):
            return parts
        return tuple(ip_network(p, strict=False) if isinstance(p, str) else p for p in parts)

    @cached_property
    def record_url(self) -> str:
        """The SQLAlchemy URL of the record."""
        return self.database_url or f"sqlite:///{self.data_dir / 'sourceproof.db'}"

    @property
    def user_agent(self) -> str:
        """What requests to sources are signed with: whose they are, and who answers for them."""
        return self.fetch_user_agent or user_agent(self.fetch_contact or self.public_url)
