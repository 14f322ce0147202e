"""A draft's header tells its title, date, author and language, in YAML or in TOML."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

BODY = "\nThe dam broke on Monday.\n"
YAML = f"""---
title: "A dam breaks"
date: 2024-05-03 10:00:00 +0200
author: Jane Roe
lang: en-GB
---
{BODY}"""
TOML = f"""+++
title = "A dam breaks"
date = 2024-05-03T10:00:00+02:00
author = "Jane Roe"
language = "en-GB"
+++
{BODY}"""


@pytest.mark.parametrize("draft", [YAML, TOML], ids=["yaml", "toml"])
@pytest.mark.parametrize("filename", ["a.md", None], ids=["named", "sniffed"])
def test_a_header_tells_title_date_author_and_language(read, draft, filename):
    article = read(draft, filename=filename).article
    assert article.title == "A dam breaks"
    assert article.author == "Jane Roe"
    assert article.language == "en"
    assert article.published_at == datetime(2024, 5, 3, 10, tzinfo=timezone(timedelta(hours=2)))
    assert [(s.text, s.line, s.column) for s in article.statements] == [
        ("The dam broke on Monday.", 8, 1)
    ]


@pytest.mark.parametrize(
    ("header", "author"),
    [
        ("authors: [Jane Roe, John Doe]", "Jane Roe, John Doe"),
        ("authors:\n  - name: Jane Roe\n  - name: John Doe\n", "Jane Roe, John Doe"),
        ("byline: '  Jane\n  Roe '", "Jane Roe"),
        ("author: ''", None),
        ("author: {email: a@example.org}", None),
        ("title: x", None),
    ],
)
def test_authors_may_be_a_name_a_list_of_names_or_of_tables(read, header, author):
    assert read(f"---\n{header}\n---\n{BODY}", filename="a.md").article.author == author


def test_toml_has_days_without_a_time_and_tables_of_authors(read):
    draft = f'+++\ndate = 2024-05-03\n[[authors]]\nname = "Jane Roe"\n+++\n{BODY}'
    article = read(draft, filename="a.md").article
    assert article.author == "Jane Roe"
    assert article.published_at == datetime(2024, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize("header", ["title = ", "a = 1\na = 2", "= = =", "x" * 500])
def test_a_broken_toml_header_sinks_nothing_and_is_no_text(read, header):
    article = read(f"+++\n{header}\n+++\n{BODY}", filename="a.md").article
    assert article.text == "The dam broke on Monday."


def test_a_page_names_its_author(read):
    page = (
        "<html><head><title>A dam breaks</title><meta name='author' content='Jane Roe'></head>"
        f"<body><article><h1>A dam breaks</h1><p>{'The dam broke on Monday. ' * 20}</p>"
        "</article></body></html>"
    )
    assert read(page, media_type="text/html").article.author == "Jane Roe"
