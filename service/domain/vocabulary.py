"""The axes of the contract's vocabulary, one enum an axis; never merge two. Pure."""

from enum import StrEnum


class BlockKind(StrEnum):
    """What part of the article a block of text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    NOTE = "note"
    SOURCE_LIST = "source_list"
    BOILERPLATE = "boilerplate"


class StatementKind(StrEnum):
    """What a statement does; only some kinds can be checked against a source."""

    FACT = "fact"
    QUOTE = "quote"
    REPORTED_SPEECH = "reported_speech"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    OWN_REPORTING = "own_reporting"
    BOILERPLATE = "boilerplate"


CHECKABLE_KINDS = frozenset(
    {StatementKind.FACT, StatementKind.QUOTE, StatementKind.REPORTED_SPEECH}
)


class CitationBasis(StrEnum):
    """Why a source is held against a statement."""

    DIRECT = "direct"  # the link stands in the statement
    NOTE = "note"  # a footnote or numbered marker of the statement names it
    INHERITED = "inherited"  # a link nearby plainly covers the statement
    LISTED = "listed"  # the statement names an entry of the closing list: its outlet, title, author
    DECLARED = "declared"  # it stands in the article's closing list of sources
    SUPPLIED = "supplied"  # the user added it by hand, for the whole article


class AttributionClass(StrEnum):
    """To whom a statement is attributed, from the most to the least checkable."""

    LINKED = "linked"
    NAMED_DOCUMENT = "named_document"
    NAMED_OUTLET = "named_outlet"
    NAMED_PERSON = "named_person"
    ROLE_ONLY = "role_only"
    ANONYMOUS = "anonymous"
    VAGUE_PLURAL = "vague_plural"
    NONE = "none"


class Access(StrEnum):
    """What Sourceproof itself could read of a source."""

    OK = "ok"
    PARTIAL_TEXT = "partial_text"
    PAYWALLED = "paywalled"
    LOGIN = "login"
    BOT_BLOCKED = "bot_blocked"
    ROBOTS_DISALLOWED = "robots_disallowed"
    RATE_LIMITED = "rate_limited"
    DEAD = "dead"
    SOFT_404 = "soft_404"
    TIMEOUT = "timeout"
    UNSUPPORTED_TYPE = "unsupported_type"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    ARCHIVED_COPY_USED = "archived_copy_used"
    SUPPLIED_BY_USER = "supplied_by_user"

    @property
    def is_full_text(self) -> bool:
        """Whether silence of the text read may be called ``not_found``."""
        return self in {Access.OK, Access.ARCHIVED_COPY_USED, Access.SUPPLIED_BY_USER}

    @property
    def is_transient(self) -> bool:
        """Whether a later try may well read it."""
        return self in {Access.RATE_LIMITED, Access.TIMEOUT}


class ReaderAccess(StrEnum):
    """What a reader of the article can open."""

    OPEN = "open"
    REGISTRATION = "registration"
    PAID = "paid"
    HIDDEN_BY_PUBLISHER = "hidden_by_publisher"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What the cited sources say of a statement. A lead to verify, never proof of truth."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    COULD_NOT_CHECK = "could_not_check"
    NO_SOURCE_GIVEN = "no_source_given"
    NOT_APPLICABLE = "not_applicable"


CHECKED_VERDICTS = frozenset(
    {
        Verdict.SUPPORTED,
        Verdict.PARTIALLY_SUPPORTED,
        Verdict.CONTRADICTED,
        Verdict.NOT_FOUND,
    }
)


class QuoteResult(StrEnum):
    """How a quotation compares with the words in the source."""

    EXACT = "exact"
    NORMALISED = "normalised"
    ELIDED_OK = "elided_ok"
    ALTERED = "altered"
    ELISION_CHANGES_MEANING = "elision_changes_meaning"
    FOUND_IN_OTHER_SOURCE = "found_in_other_source"
    WRONG_SPEAKER = "wrong_speaker"
    TRANSLATED_UNVERIFIED = "translated_unverified"
    TOO_SHORT = "too_short"
    NOT_FOUND = "not_found"
    NO_TEXT = "no_text"


class ValueKind(StrEnum):
    """What a value measures; values are compared within one kind only."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    QUANTITY = "quantity"  # a number with a unit, as "12 km"
    DATE = "date"
    YEAR = "year"
    DURATION = "duration"
    ORDINAL = "ordinal"


class ValueResult(StrEnum):
    """How a value of the statement compares with those of the source."""

    EQUAL = "equal"
    ROUNDED_OK = "rounded_ok"
    DIFFERENT = "different"
    ABSENT = "absent"


class DifferingKind(StrEnum):
    """How a passage differs from the statement."""

    VALUE = "value"
    NAME = "name"
    OPPOSITE = "opposite"
    CLASS = "class"  # another of a closed class, as another month
    CERTAINTY = "certainty"  # the source says less: "in talks" for "agreed"
    QUANTITY = "quantity"  # another share or bound: "most" for "all"
    NEGATION = "negation"
    ORDER = "order"  # who did it to whom
    QUESTION = "question"  # the source only asks


class IndependenceBasis(StrEnum):
    """Why several sources count as one origin."""

    WIRE_TAG = "wire_tag"
    NEAR_DUPLICATE = "near_duplicate"
    CANONICAL = "canonical"
    CREDIT_LINE = "credit_line"


class Severity(StrEnum):
    """How much a finding weighs; ``error`` fails the gate by default."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class JobStatus(StrEnum):
    """The state of a verification as its caller sees it."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    COMPLETED_WITH_GAPS = "completed_with_gaps"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen to the verification by itself."""
        return self not in {JobStatus.QUEUED, JobStatus.RUNNING}


class Stage(StrEnum):
    """The step a verification waits for; the stage column is the only lock."""

    COLLECT = "collect"
    ASSESS = "assess"
    DONE = "done"


class Scope(StrEnum):
    """What a key may do: look, have work done and decide, or set up who is told."""

    READ = "read"
    VERIFY = "verify"
    ADMIN = "admin"


class DecisionAction(StrEnum):
    """What an editor does with a computed verdict."""

    ACCEPT = "accept"
    DISPUTE = "dispute"
    OVERRIDE = "override"


class SuppressionKind(StrEnum):
    """Where it is said that a finding does not count."""

    BASELINE = "baseline"
    INLINE = "inline"
    CONFIG = "config"
    DECISION = "decision"


class Recheck(StrEnum):
    """What a further revision reads again: every source, or those that could not be read."""

    ALL = "all"
    UNREAD = "unread"


class HappeningKind(StrEnum):
    """What listeners are told of while a verification is worked on."""

    STAGE = "stage"
    SOURCE = "source"
    STATEMENT = "statement"
    END = "end"


class EventType(StrEnum):
    """What subscribers are told of, by the name on the wire."""

    COMPLETED = "verification.completed"
    FAILED = "verification.failed"
    CANCELLED = "verification.cancelled"
    SOURCE_CHANGED = "source.changed"


class GateResult(StrEnum):
    """The answer to the one question a CI step asks."""

    PASS = "pass"  # noqa: S105  the contract's word, not a password
    FAIL = "fail"
    INCONCLUSIVE = "inconclusive"


class PublicationKind(StrEnum):
    """What a publication says of its own work, or what shows of it."""

    SOURCES_PROMISED = "sources_promised"
    SOURCES_WITHHELD = "sources_withheld"
    AI_IMAGE_LABELLED = "ai_image_labelled"
    AI_IMAGE_UNLABELLED = "ai_image_unlabelled"
    AI_AUTHORSHIP_DISCLOSED = "ai_authorship_disclosed"
    AI_AUTHORSHIP_UNDISCLOSED = "ai_authorship_undisclosed"
    REVIEW_STATED = "review_stated"  # of this article, or of every article
    REVIEW_UNCLEAR = "review_unclear"  # a claim of review that leaves this article open


class PublicationBasis(StrEnum):
    """Where it says so."""

    WORDING = "wording"
    CAPTION = "caption"
    BYLINE = "byline"
    IMAGE_METADATA = "image_metadata"
    PAGE_METADATA = "page_metadata"
    TOOL_MARK = "tool_mark"  # words that a text generator left behind
