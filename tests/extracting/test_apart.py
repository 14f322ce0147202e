"""A hostile document costs its own source alone, in time and memory."""

import io
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import docx
import pytest
from test_pdf import PAGES, pdf

from service.domain import Access, Page, Reply, Unread
from workers.extracting import apart, extract
from workers.extracting.apart import parse_apart


def read(content, kind="application/pdf"):
    url = "https://council.example/paper"
    now = datetime(2024, 5, 1, tzinfo=UTC)
    return extract(Reply(url, url, 200, {"content-type": kind}, content, now))


def with_stream(stream: bytes) -> bytes:
    """Give a PDF of one page whose packed contents unpack to ``stream``."""
    packed = zlib.compress(stream, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    numbered = (b"%d 0 obj\n%s\nendobj\n" % row for row in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer << /Root 1 0 R >>\n%%EOF"


def deep_pdf(depth: int) -> bytes:
    """Give a PDF whose tree of pages is one long branch that bites its own tail."""
    rows = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    rows += [b"<< /Type /Pages /Kids [%d 0 R 2 0 R] /Count 1 >>" % (n + 3) for n in range(depth)]
    numbered = (b"%d 0 obj\n%s\nendobj\n" % row for row in enumerate(rows, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer << /Root 1 0 R >>\n%%EOF"


def packed(**members: bytes) -> bytes:
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
BOMBS = {
    "packed a thousandfold": lambda: with_stream(b" " * 900_000_000),
    "millions of letters": lambda: with_stream(
        b"BT /F1 1 Tf " + b"(words and words) Tj " * 20_000_000
    ),
    "states without end": lambda: with_stream(b"q " * 50_000_000),
    "a deep tree of pages": lambda: deep_pdf(100_000),
    "a cut-off file": lambda: pdf(PAGES)[:300],
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_pdf_ends_in_a_clear_outcome(name):
    outcome = read(BOMBS[name]())
    if isinstance(outcome, Unread):
        assert outcome.access in {Access.UNSUPPORTED_TYPE, Access.TOO_LARGE}
        assert "PDF" in outcome.obstacle
    else:
        assert len(outcome.text) <= 4_000_000


DOCUMENTS = {
    "entities": packed(
        **{"word__document.xml": b'<!DOCTYPE x [<!ENTITY l0 "lol">' + LAUGHS + b"]><x>&l11;</x>"},
    ),
    "nothing inside": packed(**{"word__document.xml": b""}),
    "many members": packed(**{"word__document.xml": b"", **{f"m{n}": b"" for n in range(6_000)}}),
    "a liar on its size": packed(**{"word__document.xml": b" " * 70_000_000}),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_word_document_ends_in_a_clear_outcome(name):
    outcome = read(DOCUMENTS[name], "application/octet-stream")
    assert outcome.access in {Access.UNSUPPORTED_TYPE, Access.TOO_LARGE}
    assert "document" in outcome.obstacle


def test_a_child_that_takes_too_long_is_ended_and_its_source_alone_is_lost(monkeypatch, tmp_path):
    """What was read until then is kept, the next document is read as ever."""
    slow = tmp_path / "slow.py"
    slow.write_text(
        'import time\nprint(\'{"total": 2}\\n{"page": "First page."}\', flush=True)\n'
        "time.sleep(60)\n"
    )
    with monkeypatch.context() as patched:
        patched.setattr(apart, "_CHILD", str(slow))
        patched.setattr(apart, "WALL_SECONDS", 1.0)
        page = read(pdf(PAGES))
    assert isinstance(page, Page)
    assert (page.access, page.text) == (Access.PARTIAL_TEXT, "First page.")
    assert page.obstacle == "only 1 of 2 pages were read"
    assert isinstance(read(pdf(PAGES)), Page)


@pytest.mark.parametrize(
    "program", ["import os; os.abort()", "while True: pass", "x = bytearray(10**11)"]
)
def test_a_child_that_dies_is_told_as_too_large(monkeypatch, tmp_path, program):
    dying = tmp_path / "dying.py"
    limits = "import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 1))\n"
    dying.write_text(limits + "r.setrlimit(r.RLIMIT_CORE, (0, 0))\n" + program)
    monkeypatch.setattr(apart, "_CHILD", str(dying))
    outcome = read(pdf(PAGES))
    assert isinstance(outcome, Unread)
    assert outcome.access is Access.TOO_LARGE
    assert "more time or memory than is allowed" in outcome.obstacle


def test_a_child_sees_nothing_of_our_environment(monkeypatch, tmp_path):
    telling = tmp_path / "telling.py"
    telling.write_text(
        'import json, os\nprint(json.dumps({"total": 1}))\n'
        'print(json.dumps({"page": " ".join(os.environ)}))\n'
    )
    monkeypatch.setattr(apart, "_CHILD", str(telling))
    monkeypatch.setenv("SOURCEPROOF_DATABASE_URL", "postgresql://secret")
    assert "SOURCEPROOF" not in parse_apart("pdf", b"").pages[0]


def test_documents_are_read_alike_from_many_threads():
    document = docx.Document()
    document.add_paragraph("The council met on Monday.")
    document.save(out := io.BytesIO())
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(read, [pdf(PAGES), out.getvalue()] * 4))
    assert {page.kind for page in pages} == {"pdf", "docx"}
    assert len({page.text for page in pages}) == 2
