"""HEAD is GET without the body, wherever GET answers."""

import pytest

# Each answer names its own request, and only the first visit of a browser gets a cookie.
OF_THE_ANSWER = {"x-request-id", "set-cookie"}


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/healthz", "/openapi.json", "/static/page.css", "/v1/verifications"]
)
def test_head_gives_the_headers_of_get_and_no_body(door, path):
    full, head = door.client.get(path), door.client.head(path)
    assert (head.status_code, head.content) == (full.status_code, b"")
    headers, expected = (
        {name: value for name, value in reply.headers.items() if name not in OF_THE_ANSWER}
        for reply in (head, full)
    )
    assert headers == expected


def test_head_of_what_is_not_there_or_only_posted_to_is_refused_as_get_is(door):
    assert door.client.head("/v1/verifications/vf_none").status_code == 404
    assert door.client.head("/v1/nothing").status_code == 404


def test_other_methods_are_still_refused(door):
    assert door.client.put("/v1/verifications").status_code == 405
