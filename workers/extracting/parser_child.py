"""The bytes of a PDF or DOCX on stdin, its text as lines of JSON on stdout. I/O.

Run as a script by ``workers.extracting.apart``, in a process of its own and under limits,
so that a hostile file costs itself alone. It imports nothing of this project: a child
starts in about a tenth of a second. The first line tells of the document, each later
one is the text of a page; what was written stands, should the process be ended then.
"""

import json
import os
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO

MEMORY = 1024 * 1024 * 1024  # bytes of address space
CPU_SECONDS = 20
SECONDS = 15.0  # looked at between pages, so that those read until then are kept
MAX_PAGES = 500
MAX_CHARACTERS = 3_000_000
MAX_UNPACKED = 60_000_000  # bytes of all members of a DOCX together
MAX_MEMBERS = 5_000

Row = dict[str, object]


def main() -> None:
    """Read stdin, write what is found; a last line names what went wrong."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        for row in _READERS[sys.argv[1]](content):
            _write(row)
    except MemoryError:
        _write({"error": "memory"})
    except Exception:  # noqa: BLE001  these libraries raise of all kinds at broken files
        _write({"error": "broken"})


def _limit() -> None:
    """Take limits that cannot be given back: memory, time, no files, no core dump."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(row: Row) -> None:
    # Escaped to ASCII, for the texts of broken fonts hold lone surrogates.
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


def _read_pdf(content: bytes) -> Iterator[Row]:
    import pypdfium2  # noqa: PLC0415  a child loads the one library that it needs

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as err:
        yield {"error": "locked" if "password" in str(err).lower() else "broken"}
        return
    said = document.get_metadata_dict(skip_empty=True)
    total = len(document)
    yield {
        "total": total,
        "title": said.get("Title"),
        "author": said.get("Author"),
        "date": said.get("CreationDate"),
    }
    started, size = time.monotonic(), 0
    for number in range(min(total, MAX_PAGES)):
        text = _page_text(document, number)
        size += len(text)
        yield {"page": text[:MAX_CHARACTERS]}
        if size > MAX_CHARACTERS or time.monotonic() - started > SECONDS:
            return


def _page_text(document, number: int) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001  the library has no types and is loaded late
    """Return the text of a page, "" for a page that is broken."""
    import pypdfium2  # noqa: PLC0415  the same

    try:
        page = document[number]
        try:
            return str(page.get_textpage().get_text_bounded())
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return ""


def _read_docx(content: bytes) -> Iterator[Row]:
    if not _is_modest(content):
        yield {"error": "unpacked"}
        return
    import docx  # noqa: PLC0415  a child loads the one library that it needs
    from docx.table import Table  # noqa: PLC0415  the same

    document = docx.Document(BytesIO(content))
    said = document.core_properties
    parts: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            parts += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            parts.append(block.text)
    yield {
        "total": 1,
        "title": said.title,
        "author": said.author,
        "language": said.language,
        # The moment of creation is often that of the template.
        "date": said.modified and said.modified.isoformat(),
    }
    yield {"page": "\n".join(parts)[:MAX_CHARACTERS]}


def _is_modest(content: bytes) -> bool:
    """Whether the archive unpacks to a bearable size, by its own word.

    zipfile reads no more of a member than its stated size, so the word binds.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
    return len(members) <= MAX_MEMBERS and sum(m.file_size for m in members) <= MAX_UNPACKED


_READERS = {"pdf": _read_pdf, "docx": _read_docx}

if __name__ == "__main__":
    main()
    # Without the clean-up of a library that a hostile file may have left in any state.
    sys.stdout.flush()
    os._exit(0)
