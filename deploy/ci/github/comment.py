"""A report in Markdown in; one comment on the pull request out, written once, then updated. I/O.

The comment is found by the marker that the report begins with, and by who wrote it: somebody
else's comment that begins so is left alone, for its author could change it afterwards.
https://docs.github.com/rest/issues/comments
"""

import json
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

MARKER = "<!-- sourceproof:report -->"
TIMEOUT = 20  # seconds a request
PER_PAGE, PAGES = 100, 30  # a comment that lies further back is not looked for


class Unpublished(Exception):
    """Why there is no comment, in a few words of our own."""


def publish(text: str, environ: Mapping[str, str]) -> None:
    """Write or update the comment. Raises Unpublished."""
    number = pull_request_of(environ)
    comments = f"/repos/{environ['GITHUB_REPOSITORY']}/issues/{number}/comments"
    author = environ.get("COMMENT_AUTHOR", "github-actions[bot]")
    mine = next((c for c in each(comments, environ) if is_ours(c, author)), None)
    if mine is None:
        ask("POST", comments, environ, {"body": text})
    elif mine["body"] != text:
        path = f"/repos/{environ['GITHUB_REPOSITORY']}/issues/comments/{mine['id']}"
        ask("PATCH", path, environ, {"body": text})


def pull_request_of(environ: Mapping[str, str]) -> int:
    """Read the number of the pull request from what started the workflow."""
    event = json.loads(Path(environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    number = event.get("pull_request", {}).get("number")
    if not isinstance(number, int):
        raise Unpublished("this run is of no pull request.")
    return number


def each(comments: str, environ: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the comments, a page at a time."""
    for page in range(1, PAGES + 1):
        found = ask("GET", f"{comments}?per_page={PER_PAGE}&page={page}", environ)
        yield from found
        if len(found) < PER_PAGE:
            return


def is_ours(comment: Mapping[str, Any], author: str) -> bool:
    """Tell our own comment from any other."""
    login = (comment.get("user") or {}).get("login")
    return login == author and (comment.get("body") or "").startswith(MARKER)


def ask(method: str, path: str, environ: Mapping[str, str], body: object = None) -> Any:  # noqa: ANN401  as the API answers
    """Make one call of the API. Raises Unpublished, without what the API said."""
    base = environ.get("GITHUB_API_URL", "https://api.github.com")
    request = urllib.request.Request(  # noqa: S310  the address is the runner's own
        base + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Authorization": f"Bearer {environ['TOKEN']}",
            "Accept": "application/vnd.github+json",
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as reply:  # noqa: S310  see above
            return json.load(reply)
    except HTTPError as err:
        why = "may the token write on pull requests?" if err.code in {401, 403, 404} else ""
        raise Unpublished(f"the API answered {err.code}. {why}".rstrip()) from err
    except (OSError, ValueError) as err:
        raise Unpublished("the API did not answer as it should.") from err
