"""A URL in, the address by which two URLs are the same page out. Pure.

What one source is, all rooms must tell alike: whether it is the article itself, whether
two are one, and whether a finding is the one that was known.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit, urlunsplit

_TRACKERS = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|gclsrc|[gw]braid|dclid|msclkid|[yt]clid|t[wt]clid|_g[al]|_hs(?:enc|mi)|"
    r"mkt_tok|mc_[ce]id|igsh(?:id)?|cmp|cmpid|ref|ref_src|ref_url|smid|"
    r"share|s_cid|ito|ftag|xtor|at_\w+|ns_\w+|outputtype|amp)$",
    re.IGNORECASE,
)
# What stands for a visitor, a session or a permission in the query of an address, by the names
# of servers, clouds and sign-in protocols (OAuth, SAML, AWS, Google Cloud, CloudFront).
_OF_A_VISITOR = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|gclsrc|[gw]braid|dclid|msclkid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|"
    r"(?:\w+[-_.])?(?:session|sess|visitor)[-_]?(?:id|key|token)|j?sessionid|phpsessid|"
    r"aspsessionid\w*|cfid|cftoken|\w*[-_.]?token|(?:x-(?:amz|goog)-)\w[\w-]*|"
    r"sig|signature|hmac|key-pair-id|awsaccesskeyid|googleaccessid|(?:api|access|auth)[-_]?key|"
    r"auth|authorization|jwt|bearer|password|passwd|pwd|secret|client[-_]secret|otp|"
    r"samlresponse|samlrequest|relaystate|nonce)$",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid|cfid|cftoken)=[^/;]*", re.IGNORECASE)
_HOST_HEADS = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_AMP = re.compile(r"(?:^|/)amp/?$|\.amp(?=\.html?$|$)|^/amp(?=/)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def same_page_key(url: str | None) -> str | None:
    """Tell what two URLs of one page have in common; ``None`` for what is no web address.

    Scheme, "www", "m" and AMP forms, trackers, fragment, index pages and a closing slash
    make no difference (RFC 3986, section 6.2, and the habits of publishers).
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = _HOST_HEADS.sub("", parts.hostname.rstrip("."))
    if port and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = _INDEX.sub("/", _AMP.sub("", parts.path)).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted(pair for pair in pairs if not _TRACKERS.match(pair[0]))
    return host + path + (f"?{urlencode(kept)}" if kept else "")


def page_keys(urls: Iterable[str | None]) -> frozenset[str]:
    """Give the keys of those that are web addresses."""
    return frozenset(key for url in urls if (key := same_page_key(url)))


def without_visitor(url: str, cited: str | None = None) -> str:
    """Give the address that a page was found at without what stood for our visit alone.

    That is sessions, tokens, signatures, trackers and a user name, which a redirect may have
    put in; what ``cited``, the address as the article has it, held itself stays. All else is
    given back as it came.
    """
    if url == cited:
        return url
    try:
        parts, known = urlsplit(url), urlsplit(cited or "").query.split("&")
    except ValueError:
        return url
    pairs = [p for p in parts.query.split("&") if p in known or not _is_of_a_visitor(p)]
    fragment = "" if any(map(_is_of_a_visitor, parts.fragment.split("&"))) else parts.fragment
    return urlunsplit(
        parts._replace(
            netloc=parts.netloc.rpartition("@")[2],
            path=_PATH_SESSION.sub("", parts.path),
            query="&".join(pairs),
            fragment=fragment,
        )
    )


def _is_of_a_visitor(pair: str) -> bool:
    return _OF_A_VISITOR.match(unquote_plus(pair.partition("=")[0])) is not None
