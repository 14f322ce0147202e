"""An exception of the HTTP library in, a setback in plain words out. Pure.

The text of an exception may carry addresses and internals, so none of it is passed on.
"""

import errno
import ssl
from urllib.parse import urlsplit

import httpx2

from service.domain import Access, Sign, SignName, Unread, sign
from workers.fetching.answers import RETRY_WAIT, Setback
from workers.fetching.guard import AddressRefused, NameUnknown

_BadCertificate = ssl.SSLCertVerificationError
NO_NETWORK = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})

# In this order: the first kind that fits is taken. True: one more try makes sense.
_KINDS: tuple[tuple[type[Exception], Access, str, Sign, bool], ...] = (
    (
        httpx2.ConnectTimeout,
        Access.TIMEOUT,
        "the host did not take a connection in time",
        sign(SignName.CONNECTION, "not taken in time"),
        True,
    ),
    (
        httpx2.TimeoutException,
        Access.TIMEOUT,
        "the host did not answer in time",
        sign(SignName.CONNECTION, "no answer in time"),
        False,
    ),
    (
        httpx2.DecodingError,
        Access.UNSUPPORTED_TYPE,
        "the page could not be unpacked",
        sign(SignName.CONTENT_ENCODING, "something else than it says"),
        False,
    ),
    (
        httpx2.RemoteProtocolError,
        Access.DEAD,
        "the host broke off or did not speak HTTP",
        sign(SignName.CONNECTION, "broken off, or not HTTP"),
        True,
    ),
    (
        httpx2.NetworkError,
        Access.DEAD,
        "the host broke the connection off",
        sign(SignName.CONNECTION, "broken off"),
        True,
    ),
    (
        httpx2.UnsupportedProtocol,
        Access.REFUSED,
        "only http and https are opened",
        sign(SignName.REFUSED_URL, "neither http nor https"),
        False,
    ),
    (
        httpx2.InvalidURL,
        Access.DEAD,
        "the address is not a valid URL",
        sign(SignName.REFUSED_URL, "not a valid URL"),
        False,
    ),
)
_UNFORESEEN = "it could not be read, for an unforeseen reason"


def setback_from(url: str, err: Exception) -> Setback:
    """Say what an exception means for the source."""
    known = _guarded(url, err) or _unconnected(url, err)
    if known is not None:
        return known
    for kind, access, words, seen, is_retried in _KINDS:
        if isinstance(err, kind):
            return _setback(url, access, words, seen, RETRY_WAIT if is_retried else None)
    return _setback(url, Access.REFUSED, _UNFORESEEN, sign(SignName.CONNECTION, "failed"))


def _guarded(url: str, err: Exception) -> Setback | None:
    if isinstance(err, AddressRefused):
        # Our own words, and the host as it was written: where its name leads is for us alone.
        host = urlsplit(url).hostname or "?"
        seen = sign(SignName.REFUSED_ADDRESS, f"{host}: {err}")
        return _setback(url, Access.REFUSED, str(err), seen)
    if not isinstance(err, NameUnknown):
        return None
    if err.is_answer:
        seen = sign(SignName.NAME_SERVICE, "no such name")
        return _setback(url, Access.DEAD, "the host name does not resolve", seen)
    words = "the name of the host could not be looked up; is there a network?"
    return _setback(url, Access.TIMEOUT, words, sign(SignName.NAME_SERVICE, "no answer"))


def _unconnected(url: str, err: Exception) -> Setback | None:
    if not isinstance(err, httpx2.ConnectError):
        return None
    causes = _causes(err)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        words = "no secure connection: the certificate or the encryption of the host is not valid"
        return _setback(url, Access.REFUSED, words, sign(SignName.CONNECTION, _tls(causes)))
    if any(isinstance(cause, OSError) and cause.errno in NO_NETWORK for cause in causes):
        words = "the host cannot be reached from here"
        return _setback(url, Access.TIMEOUT, words, sign(SignName.CONNECTION, "no way there"))
    words = "the host refuses the connection"
    return _setback(url, Access.DEAD, words, sign(SignName.CONNECTION, "refused"), RETRY_WAIT)


def _tls(causes: list[BaseException]) -> str:
    """Say what of the certificate does not hold, in OpenSSL's fixed words (X509_V_ERR)."""
    words = next((c.verify_message for c in causes if isinstance(c, _BadCertificate)), "")
    return f"not secure ({words})" if words else "not secure"


def _setback(
    url: str, access: Access, words: str, seen: Sign, retry_after: float | None = None
) -> Setback:
    return Setback(Unread(url, access, words, signs=(seen,)), retry_after)


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
