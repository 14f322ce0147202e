"""An exception of the HTTP library in, a setback in plain words out. Pure.

The text of an exception may carry addresses and internals, so none of it is passed on.
"""

import errno
import ssl

import httpx2

from service.domain import Access, Unread
from workers.fetching.answers import RETRY_WAIT, Setback
from workers.fetching.guard import AddressRefused, NameUnknown

NO_NETWORK = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})

# In this order: the first kind that fits is taken. True: one more try makes sense.
_KINDS: tuple[tuple[type[Exception], Access, str, bool], ...] = (
    (httpx2.ConnectTimeout, Access.TIMEOUT, "the host did not take a connection in time", True),
    (httpx2.TimeoutException, Access.TIMEOUT, "the host did not answer in time", False),
    (httpx2.DecodingError, Access.UNSUPPORTED_TYPE, "the page could not be unpacked", False),
    (httpx2.RemoteProtocolError, Access.DEAD, "the host broke off or did not speak HTTP", True),
    (httpx2.NetworkError, Access.DEAD, "the host broke the connection off", True),
    (httpx2.UnsupportedProtocol, Access.REFUSED, "only http and https are opened", False),
    (httpx2.InvalidURL, Access.DEAD, "the address is not a valid URL", False),
)


def setback_from(url: str, err: Exception) -> Setback:
    """Say what an exception means for the source."""
    known = _guarded(url, err) or _unconnected(url, err)
    if known is not None:
        return known
    for kind, access, words, is_retried in _KINDS:
        if isinstance(err, kind):
            return Setback(Unread(url, access, words), RETRY_WAIT if is_retried else None)
    return Setback(Unread(url, Access.REFUSED, "it could not be read, for an unforeseen reason"))


def _guarded(url: str, err: Exception) -> Setback | None:
    if isinstance(err, AddressRefused):
        return Setback(Unread(url, Access.REFUSED, str(err)))  # our own words
    if not isinstance(err, NameUnknown):
        return None
    if err.is_answer:
        return Setback(Unread(url, Access.DEAD, "the host name does not resolve"))
    words = "the name of the host could not be looked up; is there a network?"
    return Setback(Unread(url, Access.TIMEOUT, words))


def _unconnected(url: str, err: Exception) -> Setback | None:
    if not isinstance(err, httpx2.ConnectError):
        return None
    causes = _causes(err)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        words = "no secure connection: the certificate or the encryption of the host is not valid"
        return Setback(Unread(url, Access.REFUSED, words))
    if any(isinstance(cause, OSError) and cause.errno in NO_NETWORK for cause in causes):
        return Setback(Unread(url, Access.TIMEOUT, "the host cannot be reached from here"))
    return Setback(Unread(url, Access.DEAD, "the host refuses the connection"), RETRY_WAIT)


def _causes(err: BaseException) -> list[BaseException]:
    """List the error and what it was raised from, groups opened, without end in a circle."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [err]
    while waiting:
        cause = waiting.pop()
        if cause is None or cause in found:
            continue
        found.append(cause)
        waiting += [cause.__cause__, cause.__context__]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions
    return found
