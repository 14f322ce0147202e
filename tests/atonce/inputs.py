"""Drafts and pages of every kind, of our own making; each has what takes a library of its own."""

import json
from io import BytesIO

import docx
from extracting.test_document_kinds import RSS, SAVED
from troubles import article

from atonce.work import NOW, Job
from service.domain import Reply, Submission, SuppliedSource

SOURCE = (
    "The council of Lindholm met on Monday, 4 March 2024. It approved a budget of 48 million "
    "euros, 3.5 percent more than a year earlier. “We will not raise the fees,” said the mayor, "
    "Anna Berg. Twelve people were injured in the storm of May, and no ferry sailed for two days."
)
ENGLISH = (
    "The council approved a budget of 47 million euros, according to the mayor. “We will raise "
    "the fees,” Anna Berg said. Some 12 people were killed in the storm, and no ferry sailed for "
    "three days. Sources close to the council said the fees had doubled since 2019."
)
GERMAN = (
    "Der Stadtrat beschloss am Montag einen Haushalt von 48 Millionen Euro, wie die Stadt "
    "mitteilte. „Wir erhöhen die Gebühren nicht“, sagte Anna Berg. Das Fährschiff blieb zwei Tage "
    "lang im Hafen, und jeder fünfte Fahrgast musste warten."
)
RUSSIAN = "Городской совет утвердил бюджет на следующий год, сообщила мэрия в понедельник вечером."
MARKDOWN = f"""---
title: Budget
date: 2024-03-05
---
# The council approves its budget

{ENGLISH} [Minutes](https://council.example/a%20b?x=1&y=ü), <https://ferries.example/ü%20b>,
see https://storm.example/path_(2024). The rest is in a note.[^1]

| Year | Budget |
|------|--------|
| 2024 | ~~46~~ 47 million euros |

[^1]: The minutes stand at [the council](https://council.example/minutes "Minutes").
"""
PAGE = article(
    "Council approves budget",
    *(SOURCE, ENGLISH, SOURCE, "Published 5 March 2024 by Ada Byron."),
    head='<meta name="author" content="Ada Byron"><link rel="canonical" href="/budget">',
)
LD = {"@type": "NewsArticle", "headline": "Budget", "articleBody": SOURCE, "author": "Ada Byron"}


def word_file() -> bytes:
    """Give a DOCX of a heading and two paragraphs."""
    made, buffer = docx.Document(), BytesIO()
    made.add_heading("Budget", 1)
    for paragraph in (ENGLISH, "See https://council.example/minutes."):
        made.add_paragraph(paragraph)
    made.save(buffer)
    return buffer.getvalue()


def _drafts() -> dict[str, tuple[str, bytes]]:
    texts = {"draft.md": MARKDOWN, "page.html": PAGE}
    return {name: (name, text.encode()) for name, text in texts.items()} | {
        "draft.docx": ("draft.docx", word_file())
    }


def _pages() -> dict[str, tuple[str, bytes]]:
    data = json.dumps(LD)
    return {
        "undated": ("text/html", article("Fees", *([GERMAN, "Stand: 3. Mai 2024"] * 3)).encode()),
        "guessed": ("text/html", (RUSSIAN * 20).encode("koi8-r")),
        "rss": ("application/rss+xml", RSS.encode()),
        "json": ("application/json", data.encode()),
        "mhtml": ("multipart/related", SAVED.encode()),
    }


def jobs() -> list[Job]:
    """Give each draft as it is submitted, with a text to hold it against, and each page."""
    given = (SuppliedSource(text=SOURCE, label="Minutes"), SuppliedSource(text=GERMAN))
    drafts = [
        Job(f"draft {name}", Submission(content=content, filename=filename, sources=given))
        for name, (filename, content) in _drafts().items()
    ]
    url = "https://council.example/2024/03/05/budget"
    pages = [
        Job(f"page {name}", Reply(url, url, 200, {"content-type": kind}, content, NOW))
        for name, (kind, content) in _pages().items()
    ]
    return [*drafts, *pages]
