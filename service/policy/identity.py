"""Texts and URLs as written, in; forms that stay the same when nothing that matters changed, out.

Pure.
"""

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit

# Campaign parameters say where a reader came from, never which document is meant.
TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid)$")
DEFAULT_PORTS = (":80", ":443")
TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)


def normal_text(text: str) -> str:
    """Fold case, compatibility forms, typographic quotes and dashes, and white space."""
    folded = unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY).casefold()
    return " ".join(folded.split())


def normal_url(url: str) -> str:
    """Fold what does not change which document is meant.

    That is scheme, "www.", port, fragment, tracking parameters and the final slash.
    A string that is no URL comes back folded as text.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return normal_text(url)
    if not parts.netloc:
        return normal_text(url)
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    for port in DEFAULT_PORTS:
        host = host.removesuffix(port)
    kept = [
        (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)
    ]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def fingerprint(rule: str, statement: str, url: str, detail: str = "") -> str:
    """Name a finding by rule, statement, source and detail, as 64 hexadecimal digits.

    No offset and no line goes in, so a moved paragraph keeps its findings.
    """
    parts = (rule, normal_text(statement), normal_url(url) if url else "", normal_text(detail))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
