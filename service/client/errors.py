"""What can go wrong between a caller and the service: one tree. Pure.

::

    ClientError
    ├── Unreachable          no answer: refused, unknown name, broken off, too slow
    ├── UnexpectedAnswer     an answer, but none of this API: a proxy's page, a redirect
    ├── DeadlinePassed       the verification goes on, but the caller waits no longer
    └── Refused              the service said no, by a problem document (RFC 9457)
        ├── KeyRefused           401   no key, or one unknown, revoked or expired
        ├── NotAllowed           403   the key may not do this
        ├── NotThere             404, 410   no such thing for this tenant, or no more
        ├── InConflict           409   not in a state for that, as a report not yet made
        ├── Unusable             400, 413, 415, 422   the request itself; ``fields`` tell where
        ├── LimitReached         429   ``retry_after`` tells when
        └── NotReady             5xx   a part of the service does not answer

No message holds a key or a draft.
"""

from dataclasses import dataclass

MAX_WORDS = 500  # characters of what a server says that are told on


class ClientError(Exception):
    """The root. The message is for people."""


class Unreachable(ClientError):
    """The service gave no answer."""


class UnexpectedAnswer(ClientError):
    """Something answered that does not speak this API, or another version of it."""


class DeadlinePassed(ClientError):
    """The verification had not ended in time. It goes on; wait again, or cancel it."""

    def __init__(self, verification_id: str, seconds: float) -> None:
        super().__init__(f"{verification_id} had not ended within {seconds:g} s; it goes on.")
        self.verification_id = verification_id


@dataclass(frozen=True, slots=True)
class FieldAtFault:
    """What is wrong with one field: an RFC 6901 pointer, in words, and the part it is in."""

    pointer: str
    detail: str
    part: str = "body"


class Refused(ClientError):
    """The service answered with a problem document.

    ``request_id`` finds the request in the logs of the service; ``retry_after`` is in seconds.
    """

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        kind: str = "about:blank",
        fields: tuple[FieldAtFault, ...] = (),
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        where = ", ".join(field.pointer for field in fields if field.pointer)
        super().__init__(f"{detail[:MAX_WORDS]} ({status}{f' {where}' if where else ''})")
        self.status = status
        self.title = title
        self.detail = detail
        self.kind = kind
        self.fields = fields
        self.request_id = request_id
        self.retry_after = retry_after

    @property
    def pointer(self) -> str | None:
        """The first field at fault, if any."""
        return self.fields[0].pointer if self.fields else None


class KeyRefused(Refused):
    """No key was sent, or one that is unknown, revoked or expired."""


class NotAllowed(Refused):
    """The key may not do this."""


class NotThere(Refused):
    """There is no such thing for this tenant, or no more."""


class InConflict(Refused):
    """It is not in a state for that."""


class Unusable(Refused):
    """The request cannot be taken as it is."""


class LimitReached(Refused):
    """More was asked for than is granted."""


class NotReady(Refused):
    """A part that the service needs does not answer, or it failed."""


BY_STATUS: dict[int, type[Refused]] = {
    401: KeyRefused,
    403: NotAllowed,
    404: NotThere,
    409: InConflict,
    410: NotThere,
    429: LimitReached,
}
FIRST_OF_THE_SERVER = 500


def kind_of(status: int) -> type[Refused]:
    """Give the class of a status from 400 on."""
    return BY_STATUS.get(status, NotReady if status >= FIRST_OF_THE_SERVER else Unusable)
