"""The path of a file in, whether Sourceproof itself wrote it as a report out. I/O: reads its head.

A step of CI leaves its reports in the working tree, and the next check of the whole tree finds
them there. Held against sources they would repeat every finding of the drafts they tell of.
"""

from pathlib import Path

from service.rendering import markdown
from workers.cli.checking.files import read_head

HEAD = 4_096  # bytes; each mark stands at the very beginning, but for that of the HTML page
_BEGIN = (f"{markdown.MARKER}\n{markdown.HEADING}".encode(), b'<aside class="sourceproof-box"')
_GENERATOR = b'<meta name="generator" content="Sourceproof '


def is_own_report(path: Path) -> bool:
    """Whether the file begins as our reports do; one that cannot be read does not."""
    try:
        head = read_head(path, HEAD).replace(b"\r\n", b"\n")
    except OSError:
        return False
    return head.startswith(_BEGIN) or (head.startswith(b"<!doctype html>") and _GENERATOR in head)
