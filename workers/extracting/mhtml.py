"""A page saved with its parts (MHTML, RFC 2557) in, Page or Unread out. Pure."""

from dataclasses import replace
from email import message_from_bytes, policy

from service.domain import Access, Page, Reply, SignName, Unread, sign
from workers.extracting.html import read_html


def read_mhtml(reply: Reply) -> Page | Unread:
    """Read the first page among the parts; where it was saved from is its own address."""
    message = message_from_bytes(_whole(reply), policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() not in {"text/html", "application/xhtml+xml"}:
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        headers = {"content-type": str(part.get("Content-Type", "text/html"))}
        page = read_html(replace(reply, content=payload, headers=headers))
        address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location", ""))
        if isinstance(page, Page) and address.startswith(("http://", "https://")):
            return replace(page, canonical_url=page.canonical_url or address)
        return page
    words = "the saved page holds no page"
    seen = (sign(SignName.FILE_KIND, words),)
    return Unread(reply.url, Access.UNSUPPORTED_TYPE, words, signs=seen)


def _whole(reply: Reply) -> bytes:
    """Put the boundary, which the header of the reply may hold alone, where parsers look."""
    stated = reply.headers.get("content-type", "")
    if "boundary" in stated and b"MIME-Version" not in reply.content[:2_000]:
        return f"Content-Type: {stated}\r\n\r\n".encode("latin-1", "replace") + reply.content
    return reply.content
