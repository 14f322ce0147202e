"""States that only the page shows in, the words that it says them in out. Pure."""

from typing import Final

from service.domain import (
    Access,
    ChangeKind,
    DecisionAction,
    DifferingKind,
    ReaderAccess,
    Source,
    SuppressionKind,
    ValueKind,
    Verdict,
)
from service.rendering.words import VERDICTS, day

# To a reader a verdict is about the source, not about the newsroom's work.
FOR_READERS: Final = {
    Verdict.CONTRADICTED: "The source says otherwise",
    Verdict.NOT_FOUND: "Not found in the source",
    Verdict.PARTIALLY_SUPPORTED: "The source says a part of it",
    Verdict.COULD_NOT_CHECK: "Could not be checked",
    Verdict.NO_SOURCE_GIVEN: "No source is given",
    Verdict.SUPPORTED: "The source says so",
    Verdict.NOT_APPLICABLE: "Not for checking",
}

DIFFERING: Final = {
    DifferingKind.VALUE: "Value",
    DifferingKind.NAME: "Name",
    DifferingKind.OPPOSITE: "Opposite",
    DifferingKind.CLASS: "Another of its kind",
    DifferingKind.CERTAINTY: "How certain",
    DifferingKind.QUANTITY: "How much",
    DifferingKind.NEGATION: "Negation",
    DifferingKind.ORDER: "Who to whom",
    DifferingKind.QUESTION: "Asked, not said",
}

VALUE_KINDS: Final = {
    ValueKind.NUMBER: "Number",
    ValueKind.PERCENTAGE: "Percentage",
    ValueKind.MONEY: "Money",
    ValueKind.QUANTITY: "Quantity",
    ValueKind.DATE: "Date",
    ValueKind.YEAR: "Year",
    ValueKind.DURATION: "Duration",
    ValueKind.ORDINAL: "Rank",
}

CHANGES: Final = {
    ChangeKind.MOVED: "Now elsewhere on the page",
    ChangeKind.NEARBY: "A sentence beside it is new",
    ChangeKind.CHANGED: "Now worded otherwise",
    ChangeKind.GONE: "No longer on the page",
}

ACTIONS: Final = {
    DecisionAction.ACCEPT: "Accepted",
    DecisionAction.DISPUTE: "Disputed",
    DecisionAction.OVERRIDE: "Overridden",
}

SUPPRESSIONS: Final = {
    SuppressionKind.BASELINE: "by the baseline",
    SuppressionKind.INLINE: "in the draft itself",
    SuppressionKind.CONFIG: "by the configuration",
    SuppressionKind.DECISION: "by a decision",
}

TYPES: Final = {
    "html": "Web page",
    "pdf": "PDF",
    "text": "Text",
    "docx": "Word document",
    "feed": "Feed",
    "json": "JSON",
}

LANGUAGES: Final = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ckb"})

# By access and by what readers can open, the sign that stands beside the words.
_READ = {
    Access.OK: "read",
    Access.ARCHIVED_COPY_USED: "read",
    Access.SUPPLIED_BY_USER: "read",
    Access.PARTIAL_TEXT: "part",
}
_OPEN = {
    ReaderAccess.OPEN: "open",
    ReaderAccess.REGISTRATION: "locked",
    ReaderAccess.PAID: "locked",
    ReaderAccess.HIDDEN_BY_PUBLISHER: "locked",
    ReaderAccess.UNKNOWN: "unknown",
}


def verdict_name(verdict: Verdict, *, is_public: bool) -> str:
    """Name a verdict for whom the page is for."""
    return FOR_READERS[verdict] if is_public else VERDICTS[verdict].name


def access_sign(source: Source) -> str:
    """Give the name of the sign for how far we could read a source."""
    return "unread" if source.access is None else _READ.get(source.access, "unread")


def reader_sign(source: Source) -> str:
    """Give the name of the sign for what a reader can open."""
    return _OPEN[source.outcome.reader_access if source.outcome else ReaderAccess.UNKNOWN]


def facts_of(source: Source) -> tuple[str, ...]:
    """Give what a read source is: publisher, author, date, type, language.

    A rare type or language goes by its code.
    """
    page = source.page
    if page is None:
        return ()
    facts = (
        page.publisher,
        page.author,
        page.published_at and day(page.published_at),
        page.kind and TYPES.get(page.kind, page.kind),
        page.language and LANGUAGES.get(page.language, page.language),
    )
    return tuple(fact for fact in facts if fact)
