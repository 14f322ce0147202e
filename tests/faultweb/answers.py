"""Every status that is no page, with and without what stands beside it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from faultweb.fault import Fault, fault, html, page
from service.domain import Access, ReaderAccess, SignName

A, S, R = Access, SignName, ReaderAccess
LATER = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)

_BY_STATUS = {
    A.DEAD: (
        *(300, 304, 305, 400, 404, 405, 409, 410, 414, 421, 500, 501, 502, 505, 507, 508),
        *(520, 521, 523, 525, 526, 530),
    ),
    A.BOT_BLOCKED: (403, 406, 418, 999),
    A.RATE_LIMITED: (420, 429, 430, 503, 509),
    A.TIMEOUT: (408, 504, 522, 524, 598, 599),
    A.LOGIN: (407, 511),
    A.REFUSED: (451,),
}

ANSWERS: tuple[Fault, ...] = (
    *(
        fault(f"status {code}", html("<h1>Sorry</h1>", code), access, S.STATUS, str(code))
        for access, codes in _BY_STATUS.items()
        for code in codes
    ),
    fault("status 401", html("", 401), A.LOGIN, S.STATUS, "401", R.REGISTRATION),
    fault(
        "status 401 with a scheme",
        html("", 401, WWW_Authenticate='Basic realm="hunter2"'),
        *(A.LOGIN, S.STATUS, "401", R.REGISTRATION),
    ),
    fault("status 402", html("", 402), A.PAYWALLED, S.STATUS, "402", R.PAID),
    fault("429 with seconds", html("", 429, Retry_After="120"), A.RATE_LIMITED, S.STATUS, "429"),
    fault("429 with a date", html("", 429, Retry_After=LATER), A.RATE_LIMITED, S.STATUS, "429"),
    fault("503 with seconds", html("", 503, Retry_After="120"), A.RATE_LIMITED, S.STATUS, "503"),
    fault(
        "404 that sells subscriptions",
        html(page("Not found", "<p>Subscribe to our newsletter.</p>"), 404),
        *(A.DEAD, S.STATUS, "404"),
    ),
    fault("204 without content", html("", 204), A.SOFT_404, S.WORDS_SEEN, "0"),
)
