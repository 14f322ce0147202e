"""Text that an attacker may have written in, text that cannot act on its surroundings out. Pure."""

import re
from urllib.parse import quote, urlsplit

# ECMA-48 sequences: CSI, OSC and other strings, and two-character escapes.
ANSI = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]"
)
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Overrides, embeddings and isolates can make a line read as what it is not; the marks that
# right-to-left writing needs (LRM, RLM, ALM) stay.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What is not to be seen, or moves what is beside it, and JSON may yet hold as it is.
UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Mentions and numbers of issues, tags, links and images, and addresses that link themselves.
ACTING = re.compile(
    r"[@#<](?=\S)|\](?=[(\[:])|/(?=/)|(?<=mailto):|(?<=xmpp):|(?<=www)\.|^(?=[`~>|+*=-])",
    re.IGNORECASE,
)
WEB = frozenset({"http", "https"})


def printable(text: str) -> str:
    """Strip terminal sequences, controls (but tab and newline), bidi overrides, lone surrogates."""
    if text.isprintable():  # true of nearly all text, and of none that has anything to strip
        return text
    without = ANSI.sub("", LINE_ENDS.sub("\n", text))
    return NOT_XML.sub("�", BIDI.sub("", CONTROLS.sub("", without)))


def unseen_escaped(json: str) -> str:
    """Write the controls and bidi overrides of a JSON text as escapes: the same data, in view.

    They stand in no JSON but inside of strings (RFC 8259, section 7).
    """
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def one_line(text: str, length: int | None = None) -> str:
    """Make printable and put on one line, cut to ``length`` characters with an ellipsis."""
    line = " ".join(printable(text).split())
    if length is None or len(line) <= length:
        return line
    return f"{line[: length - 1].rstrip()}…"


def without_links(text: str) -> str:
    """Break what makes a link of text in brackets (SARIF 2.1.0, section 3.11.6)."""
    return text.replace("](", "]\u200b(")


def inert(text: str) -> str:
    """Break what Markdown or a forge would act on, for a field that some show as it is.

    With spaces of no width, so that it reads the same where nothing is acted on.
    """
    return ACTING.sub(lambda found: f"{found[0][:1]}\u200b{found[0][1:]}", text)


def web_url(url: str | None) -> str | None:
    """Give an http or https address that is safe as a link, percent-encoded; else ``None``."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in WEB or not parts.hostname:
        return None
    return quote(url.strip(), safe="!#$%&'()*+,/:;=?@[]~-._", errors="replace")
