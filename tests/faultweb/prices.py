"""Pages for those who pay or register: cut, whole, and those of which nobody knows."""

from faultweb.fault import SENTENCES, Fault, fault, html, linked_data, page, story
from service.domain import Access, ReaderAccess, SignName

A, S, R = Access, SignName, ReaderAccess
FALSE = linked_data(isAccessibleForFree="false")
ALL = sum(len(sentence.split()) for sentence in SENTENCES)
METER = (
    "<div class='article-paywall'><p>Continue reading with a subscription: 9.90 € per month."
    " Already a subscriber? Sign in.</p></div>"
)
REGISTER = (
    "<div id='registration-wall'><p>Create a free account to continue reading this story."
    " It takes a minute.</p></div>"
)
PART = '{"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}'
MARKED = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TIER = '<meta property="article:content_tier" content="{}">'


def counted(words: int) -> str:
    return linked_data(isAccessibleForFree="false", wordCount=words)


PRICES: tuple[Fault, ...] = (
    fault(
        "teaser by structured data",
        story(count=1, head=counted(900)),
        *(A.PAYWALLED, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "teaser by tier",
        story(count=1, head=TIER.format("locked")),
        *(A.PAYWALLED, S.CONTENT_TIER, "locked", R.PAID),
    ),
    fault(
        "teaser by its meter and stated length",
        story(count=2, head='<meta itemprop="wordCount" content="900">', end=METER),
        *(A.PAYWALLED, S.PAYWALL_MARKUP, "paywall", R.PAID),
    ),
    fault(
        "teaser for the registered",
        story(count=2, end=REGISTER),
        *(A.LOGIN, S.PAYWALL_MARKUP, "registration-wall", R.REGISTRATION),
    ),
    fault(
        "403 that is paid",
        html(page("The Gull", head=FALSE.replace("wordCount", "w")), 403),
        *(A.PAYWALLED, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "paid and cut",
        story(head=counted(3 * ALL)),
        *(A.PARTIAL_TEXT, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "paid, of unknown length",
        story(head=FALSE),
        *(A.PARTIAL_TEXT, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "ends in an offer",
        story(count=15, end=METER),
        *(A.PARTIAL_TEXT, S.PAYWALL_MARKUP, "paywall", R.PAID),
    ),
    fault(
        "shorter than it says",
        story(count=15, head=linked_data(wordCount=2000)),
        *(A.PARTIAL_TEXT, S.WORDS_STATED, "2000"),
    ),
    fault(
        "paid and whole by its length",
        story(head=counted(ALL)),
        *(A.OK, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "paid and whole in its paid part",
        page(
            "Harbour reopens",
            f"<article><h1>Harbour reopens</h1><div class='paid'>{MARKED}</div></article>",
            head=linked_data(isAccessibleForFree="false", hasPart=PART),
        ),
        *(A.OK, S.ACCESSIBLE_FOR_FREE, "false", R.PAID),
    ),
    fault(
        "metered and whole",
        story(head=TIER.format("metered")),
        *(A.OK, S.CONTENT_TIER, "metered", R.PAID),
    ),
    fault(
        "offer above a whole text",
        page("Harbour reopens", f"{METER}<article><h1>Harbour reopens</h1>{MARKED}</article>"),
        *(A.OK, S.PAYWALL_MARKUP, "paywall", R.PAID),
    ),
)
