"""Exchanges in, records of a WARC/1.1 file (ISO 28500) out, and back. I/O: owns warcio.

Of each exchange: a response record where there was an answer, a request record, and a
metadata record with our note of it. Bodies are kept unpacked, as they were read; the
headers that spoke of their packing are renamed, as web archives do, and stand unchanged
in the note. Each record is a gzip member of its own, so that it can be read alone.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

from workers.fetching.exchanges import Ending, Note, Question, note_from_json, note_to_json

NOTE_TYPE = "application/vnd.sourceproof.exchange+json"
MAX_NOTE = 1_000_000  # bytes; ours have a few hundred
PACKING = frozenset({"content-encoding", "content-length", "transfer-encoding"})
ORIGINAL = "x-archive-orig-"  # the prefix that pywb gives to such headers
CHUNK = 1 << 16
ASCII = "".join(map(chr, range(128)))


@dataclass(frozen=True, slots=True)
class Entry:
    """An exchange of a file: our note of it, and where its response record begins.

    ``is_ours`` is false where another tool wrote it: its note is then made of the answer.
    """

    note: Note
    offset: int | None
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """The exchanges of a file in its order; not whole where it breaks off or is damaged."""

    entries: tuple[Entry, ...]
    is_whole: bool


def write_warcinfo(file: BinaryIO, name: str, software: str) -> None:
    """Begin a file by saying what wrote it."""
    writer = _writer(file)
    info = {
        "software": software,
        "format": "WARC file version 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    writer.write_record(writer.create_warcinfo_record(name, info))


def write_exchange(file: BinaryIO, note: Note, sent: Mapping[str, str], body: bytes) -> None:
    """Append an exchange. ``sent`` are the headers of the request, ``body`` the answer's."""
    writer = _writer(file)
    about = {"WARC-Date": _date(note.at)}
    if note.status is not None:
        answer = _record(writer, note, "response", _answer(note, body), about | _truncated(note))
        writer.write_record(answer)
        about |= {"WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")}
    writer.write_record(_record(writer, note, "request", _request(note, sent), about))
    about |= {"Content-Type": NOTE_TYPE}
    writer.write_record(_record(writer, note, "metadata", note_to_json(note), about))
    file.flush()


def _writer(file: BinaryIO) -> Any:  # noqa: ANN401  warcio has no types
    return WARCWriter(file, gzip=True, warc_version="1.1")


def _record(
    writer: Any,  # noqa: ANN401  warcio has no types
    note: Note,
    kind: str,
    block: bytes,
    about: Mapping[str, str],
) -> Any:  # noqa: ANN401  warcio has no types
    return writer.create_warc_record(
        note.question.url,
        kind,
        payload=io.BytesIO(block),
        length=len(block),
        warc_headers_dict=dict(about),
    )


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _truncated(note: Note) -> dict[str, str]:
    """Say why a body is not whole (ISO 28500, section 5.13)."""
    if not note.is_whole:
        return {"WARC-Truncated": "length"}
    return {} if note.ending is Ending.ANSWERED else {"WARC-Truncated": "unspecified"}


def _answer(note: Note, body: bytes) -> bytes:
    renamed = {f"{ORIGINAL}{n}" if n in PACKING else n: v for n, v in note.headers.items()}
    return _head(f"HTTP/1.1 {note.status} Recorded", renamed) + body


def _request(note: Note, sent: Mapping[str, str]) -> bytes:
    parts = urlsplit(note.question.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"GET {path} HTTP/1.1", {"host": parts.netloc, **sent})


def _head(first: str, headers: Mapping[str, str]) -> bytes:
    """Write a head in ASCII; what is beyond is percent-encoded, the note has it as it came."""
    lines = [first, *(f"{name}: {value}" for name, value in headers.items())]
    return quote("\r\n".join(lines) + "\r\n\r\n", safe=ASCII).encode("ascii")


def read_contents(path: Path) -> Contents:
    """List the exchanges of a file, as far as it can be read. Raises OSError.

    Every block is held against its digest, so that a flipped bit ends the reading. A file of
    ours that ends between an answer and our note of it breaks off too.
    """
    entries: list[Entry] = []
    by_response: dict[str, int] = {}
    end = 0
    # warcio tells of damage on stderr, and of most of it nowhere else.
    with path.open("rb") as file, redirect_stderr(io.StringIO()) as complaints:
        records = ArchiveIterator(file, check_digests=True)
        try:
            for record in records:
                is_sound = _take(records, record, entries, by_response)
                if not is_sound or complaints.getvalue():
                    return Contents(tuple(entries), is_whole=False)
                end = sum(records.member_info)
        except _DAMAGE:
            return Contents(tuple(entries), is_whole=False)
    is_noted = not entries or entries[-1].is_ours or not any(e.is_ours for e in entries)
    return Contents(tuple(entries), is_whole=is_noted and end == path.stat().st_size)


# What warcio and zlib raise in the midst of a damaged record.
_DAMAGE = (ArchiveLoadFailed, EOFError, ValueError, KeyError, AttributeError, TypeError, IndexError)


def _take(records: Any, record: Any, entries: list[Entry], by_response: dict[str, int]) -> bool:  # noqa: ANN401  warcio has no types
    """Add what a record holds; whether its block is whole and as it was written."""
    is_note = record.rec_headers.get_header("Content-Type") == NOTE_TYPE
    block = bytearray()
    size = 0
    while chunk := record.raw_stream.read(CHUNK):
        size += len(chunk)
        if is_note and len(block) <= MAX_NOTE:
            block += chunk
    offset = records.get_record_offset()
    expected = record.payload_length if record.http_headers else record.length
    if record.digest_checker.passed is False or (expected or 0) > size:
        return False
    if record.rec_type == "response" and record.http_headers:
        by_response[record.rec_headers.get_header("WARC-Record-ID")] = len(entries)
        entries.append(Entry(_note_of(record), offset, is_ours=False))
    note = note_from_json(bytes(block)) if is_note else None
    if note is not None:
        place = by_response.get(record.rec_headers.get_header("WARC-Concurrent-To"))
        if place is None:
            entries.append(Entry(note, None))
        else:
            entries[place] = Entry(note, entries[place].offset)
    return True


def _note_of(record: Any) -> Note:  # noqa: ANN401  warcio has no types
    """Make a note of a response that another tool wrote."""
    headers: dict[str, str] = {}
    for name, value in record.http_headers.headers:
        known = headers.get(name.lower())
        headers[name.lower()] = value if known is None else f"{known}, {value}"
    return Note(
        question=Question(record.rec_headers.get_header("WARC-Target-URI")),
        ending=Ending.ANSWERED,
        at=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")),
        status=int(record.http_headers.get_statuscode()),
        headers=headers,
    )


def read_body(path: Path, offset: int, max_bytes: int) -> tuple[bytes, bool]:
    """Read the body of the response record at ``offset``, unpacked, and whether that is all.

    At most ``max_bytes``. Raises OSError.
    """
    with path.open("rb") as file:
        file.seek(offset)
        content = bytearray()
        for chunk in _chunks(next(iter(ArchiveIterator(file)))):
            content += chunk
            if len(content) > max_bytes:
                return bytes(content[:max_bytes]), False
        return bytes(content), True


def _chunks(record: Any) -> Iterator[bytes]:  # noqa: ANN401  warcio has no types
    stream = record.content_stream()
    while chunk := stream.read(CHUNK):
        yield chunk
