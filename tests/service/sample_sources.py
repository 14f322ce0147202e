"""Eight made-up sources: open, paid, archived, private, dead, walled and hidden ones."""

from datetime import UTC, datetime

from sample_draft import MOMENT, TEXTS

from service.domain import (
    Access,
    Page,
    ReaderAccess,
    Sign,
    SignName,
    Source,
    Unread,
)

COUNCIL = "https://council.lindhaven.example/minutes/14-april"
POST = "https://www.islandpost.example/interview-dahl"
REPORT = "https://harbour.lindhaven.example/annual-report.pdf"
YARD = "https://museum.lindhaven.example/yard"
MECHANICS = "https://mechanics.example/warning-2019"


def _page(source_id: str, url: str | None, **known) -> Page:
    return Page(url=url, text=TEXTS[source_id], retrieved_at=MOMENT, language="en", **known)


SOURCES = (
    Source(
        "s1",
        COUNCIL,
        outcome=_page(
            "s1",
            COUNCIL,
            final_url=COUNCIL,
            title="Minutes of the council, 14 April",
            publisher="Council of Lindhaven",
            reader_access=ReaderAccess.OPEN,
            published_at=datetime(2026, 4, 15, tzinfo=UTC),
            kind="html",
        ),
    ),
    Source(
        "s2",
        POST,
        outcome=_page(
            "s2",
            POST,
            final_url=POST,
            title="“No more stranded passengers”: an interview with Ines Dahl",
            publisher="Island Post",
            author="M. Okafor",
            reader_access=ReaderAccess.PAID,
            published_at=datetime(2026, 5, 9, tzinfo=UTC),
            kind="html",
        ),
    ),
    Source(
        "s3",
        REPORT,
        outcome=_page(
            "s3",
            REPORT,
            final_url=REPORT,
            title="Annual report 2025",
            publisher="Harbour authority",
            reader_access=ReaderAccess.OPEN,
            kind="pdf",
        ),
    ),
    Source(
        "s4",
        YARD,
        outcome=_page(
            "s4",
            YARD,
            access=Access.ARCHIVED_COPY_USED,
            title="The yard on the north quay",
            publisher="City museum",
            reader_access=ReaderAccess.OPEN,
            archived_url="https://archive.example/2024/museum.lindhaven.example/yard",
            kind="html",
        ),
    ),
    Source(
        "s5",
        None,
        label="Vote of the union (leaked)",
        private=True,
        outcome=_page("s5", None, access=Access.SUPPLIED_BY_USER, title="Internal vote"),
    ),
    Source(
        "s6",
        MECHANICS,
        outcome=Unread(
            MECHANICS,
            Access.DEAD,
            "The server answered 404 Not Found.",
            status=404,
            signs=(Sign(SignName.STATUS, "404"), Sign(SignName.HEADING, "Not <here>")),
        ),
    ),
    Source(
        "s7",
        "https://wire.example/ferries-talks",
        outcome=Unread(
            "https://wire.example/ferries-talks",
            Access.BOT_BLOCKED,
            "The server answered 403 and a challenge page.",
            status=403,
            signs=(
                Sign(SignName.BOT_HEADER, "cf-mitigated: challenge"),
                Sign(SignName.STATUS, "403"),
            ),
        ),
    ),
    Source(
        "s8",
        "https://daily.example/ferries-talks",
        outcome=Unread(
            "https://daily.example/ferries-talks",
            Access.PAYWALLED,
            "Only the first paragraph is shown without a subscription.",
            reader_access=ReaderAccess.HIDDEN_BY_PUBLISHER,
        ),
    ),
)
