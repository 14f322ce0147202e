"""One tree of errors: what we or the caller did wrong. What the web does is a value.

    SourceproofError                 500
    ├── InvalidInput                 422   a field of the request or the draft is unusable
    │   ├── UnreadableArticle        422   the article's bytes hold no readable article
    │   └── TooLarge                 413   larger than a stated limit
    ├── UsageError                   400   flags or configuration that make no sense
    ├── NotAuthenticated             401   no key, or an unknown, revoked or expired one
    ├── NotAllowed                   403   a key that may not do this
    ├── NotFound                     404   no such thing for this tenant
    ├── Conflict                     409   the thing is not in a state for that
    ├── IdempotencyMismatch          422   same Idempotency-Key, another body
    ├── LimitReached                 429   more at once, or in a minute, than is granted
    └── NotReady                     503   a part we need does not answer

Each carries its HTTP status, so that the front door translates in one place.
"""


class SourceproofError(Exception):
    """The root. ``pointer`` is an RFC 6901 JSON pointer to the field at fault, if any."""

    status = 500
    title = "Internal error"

    def __init__(self, detail: str, *, pointer: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer


class InvalidInput(SourceproofError):
    """A field of the request or the draft is unusable."""

    status = 422
    title = "Invalid input"


class UnreadableArticle(InvalidInput):
    """The article's bytes hold no readable article."""

    title = "Unreadable article"


class TooLarge(InvalidInput):
    """The input is larger than a stated limit."""

    status = 413
    title = "Too large"


class UsageError(SourceproofError):
    """Flags or configuration that make no sense."""

    status = 400
    title = "Bad request"


class NotAuthenticated(SourceproofError):
    """No key was sent, or an unknown or revoked one."""

    status = 401
    title = "Not authenticated"


class NotAllowed(SourceproofError):
    """The key may not do this."""

    status = 403
    title = "Not allowed"


class NotFound(SourceproofError):
    """No such thing exists for this tenant."""

    status = 404
    title = "Not found"


class Conflict(SourceproofError):
    """The thing is not in a state that allows the request."""

    status = 409
    title = "Conflict"


class IdempotencyMismatch(SourceproofError):
    """The Idempotency-Key was used before with another body."""

    status = 422
    title = "Idempotency key reused"


class LimitReached(SourceproofError):
    """More was asked for than is granted. ``retry_after`` is in seconds.

    ``limit`` names what there was too much of: ``requests`` or ``verifications``.
    """

    status = 429
    title = "Limit reached"

    def __init__(self, detail: str, *, retry_after: int = 1, limit: str = "requests") -> None:
        super().__init__(detail)
        self.retry_after = retry_after
        self.limit = limit


class NotReady(SourceproofError):
    """A part that is needed does not answer."""

    status = 503
    title = "Not ready"
