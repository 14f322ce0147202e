"""The made-up web: a URL in, what its host would answer, out; no request is made. Pure."""

from collections.abc import Mapping

import httpx2

from workers.cli.self_test.faults import ARCHIVED, PUBLISHED, WEB, Answer
from workers.fetching.answers import Setback, setback_of
from workers.fetching.asking import Answered

_NOTHING = Answer("<html><body><p>Not found.</p></body></html>", 404)


async def ask_faults(
    client: httpx2.AsyncClient,
    url: httpx2.URL,
    *,
    max_bytes: int,
    headers: Mapping[str, str] | None = None,
) -> Answered | Setback:
    """Answer as the hosts of the made-up web do; what is no page of it is not found."""
    del client, headers
    answer, head = _answer(str(url))
    content = answer.body.encode()
    told = {**answer.headers, **head}
    setback = setback_of(str(url), answer.status, told, content)
    if setback is not None:
        return setback
    return Answered(url, answer.status, told, content[:max_bytes], len(content) <= max_bytes)


def _answer(url: str) -> tuple[Answer, Mapping[str, str]]:
    for original, answer in ARCHIVED.items():
        if url.endswith(f"/{original}"):  # a snapshot names the page it was taken of
            taken = PUBLISHED.strftime("%a, %d %b %Y %H:%M:%S GMT")
            return answer, {"memento-datetime": taken, "link": f'<{original}>; rel="original"'}
    return WEB.get(url, _NOTHING), {}
