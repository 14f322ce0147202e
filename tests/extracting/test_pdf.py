"""A PDF is read page by page, and each page can be found again in the text."""

from datetime import UTC, datetime

import pytest

from service.domain import Access, Page, Reply
from workers.extracting import extract
from workers.extracting.dating import pdf_moment
from workers.extracting.lines import joined_lines

PAGES = [
    ["The council met on Monday and approved the", "budget for the coming year.", "It grows."],
    [],
    ["Second things were said on the third page", "of this very short report."],
]


def pdf(pages, about="") -> bytes:
    """Write a PDF by hand: one Helvetica, lines one under another (PDF 1.4, section 9)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        box = f"/MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {box} {fonts} >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects += [about] if about else []
    info = f" /Info {len(objects)} 0 R" if about else ""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R{info} >>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out + tail.encode()


def read(content):
    url = "https://council.example/budget.pdf"
    headers = {"content-type": "application/pdf"}
    return extract(Reply(url, url, 200, headers, content, datetime(2024, 5, 1, tzinfo=UTC)))


def test_a_pdf_tells_its_title_author_and_day():
    about = "<< /Title (Budget) /Author (Ada Byron) /CreationDate (D:20240312093000-05'00') >>"
    page = read(pdf(PAGES, about))
    assert (page.title, page.author) == ("Budget", "Ada Byron")
    assert page.published_at == datetime(2024, 3, 12, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("D:2024", datetime(2024, 1, 1, tzinfo=UTC)),
        ("20240312", datetime(2024, 3, 12, tzinfo=UTC)),
        ("D:20240312093000Z", datetime(2024, 3, 12, 9, 30, tzinfo=UTC)),
        ("D:20241399", None),
        ("D:20240312093000+99'00'", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_dates_are_read_as_pdfs_write_them(text, moment):
    assert pdf_moment(text) == moment


def test_pages_start_where_the_text_says():
    page = read(pdf(PAGES))
    assert isinstance(page, Page)
    assert (page.kind, page.access) == ("pdf", Access.OK)
    first, empty, third = page.pages
    assert page.text[first:].startswith("The council met on Monday and approved the budget for")
    assert empty == third
    assert page.text[third:] == (
        "Second things were said on the third page of this very short report."
    )


def test_a_pdf_without_text_is_not_read():
    outcome = read(pdf([[], []]))
    assert outcome.access is Access.UNSUPPORTED_TYPE
    assert "pictures" in outcome.obstacle


def test_a_page_called_pdf_is_read_as_a_page():
    assert read(b"<!doctype html><title>Sorry</title><p>This report has moved.").kind == "html"


def test_words_broken_at_a_line_end_are_put_together_and_paragraphs_kept_apart():
    text = (
        "The council approved the bud-\nget for the year that begins in the\n"
        "coming spring.\nA second paragraph begins on this line here\nand ends."
    )
    assert joined_lines(text) == (
        "The council approved the budget for the year that begins in the coming spring.\n"
        "A second paragraph begins on this line here and ends."
    )


def test_list_items_stay_apart():
    assert joined_lines("Items of the list are as follows here:\n• one\n• two") == (
        "Items of the list are as follows here:\n• one\n• two"
    )
