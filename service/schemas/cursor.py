"""The last id of a page and its tenant in, an opaque cursor out, and back. Pure."""

import base64
import binascii
import hashlib

_MARK = 8  # characters; enough to tell a cursor of another tenant from one's own


def cursor_after(last_id: str, tenant: str) -> str:
    """Give the cursor of the page that follows an id."""
    return base64.urlsafe_b64encode(f"{_mark(tenant)}.{last_id}".encode()).decode().rstrip("=")


def id_of_cursor(cursor: str, tenant: str) -> str | None:
    """Give the id that a cursor stands for; ``None`` where it is no cursor of this tenant."""
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        mark, _, last_id = base64.b64decode(padded, b"-_", validate=True).decode().partition(".")
    except (ValueError, binascii.Error):
        return None
    is_id = last_id.isascii() and last_id.replace("_", "").isalnum()
    return last_id if mark == _mark(tenant) and is_id else None


def _mark(tenant: str) -> str:
    return hashlib.sha256(tenant.encode()).hexdigest()[:_MARK]
