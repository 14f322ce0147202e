"""An answer in, its ETag out, and whether a caller has that answer already. Pure."""

import hashlib


def etag_of(body: str) -> str:
    """Give the strong ETag of an answer (RFC 9110, section 8.8.3)."""
    return f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'


def is_match(if_none_match: str | None, etag: str) -> bool:
    """Whether If-None-Match names the ETag, by weak comparison (RFC 9110, section 13.1.2)."""
    tags = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return etag in tags or "*" in tags
