"""What may be kept, for how long, and for whom, as RFC 9111 says and our bounds narrow it."""

from datetime import UTC, datetime
from email.utils import formatdate

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.fetching.asking import Answered
from workers.fetching.cache.entry import Kept, packed, unpacked
from workers.fetching.cache.freshness import (
    MAX_FRESH,
    MAX_GUESSED,
    MIN_GUESSED,
    conditions,
    is_fresh,
    is_keepable,
    kept_from,
    matches,
    refreshed,
)

NOW = 1_800_000_000.0
HOUR, DAY = 3_600, 86_400


def date(offset: float = 0.0) -> str:
    return formatdate(NOW + offset, usegmt=True)


def answer(status=200, *, is_whole=True, **headers) -> Answered:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    at = datetime.fromtimestamp(NOW, UTC)
    return Answered(httpx2.URL("http://a.example/"), status, named, b"body", is_whole, at)


def kept(request=None, **headers) -> Kept:
    return kept_from(answer(**headers), request or {}, NOW)


KEPT = [
    ({}, True),
    ({"cache_control": "max-age=60"}, True),
    ({"cache_control": "no-cache"}, True),
    ({"cache_control": "no-store"}, False),
    ({"cache_control": "max-age=60, No-Store"}, False),
    ({"cache_control": "private"}, False),
    ({"cache_control": 'private="x-name"'}, False),
    ({"set_cookie": "id=7"}, False),
    ({"set_cookie": "id=7", "cache_control": "public, max-age=60"}, True),
    ({"vary": "Accept"}, True),
    ({"vary": "Accept, *"}, False),
    ({"content_range": "bytes 0-1/9"}, False),
    ({"is_whole": False}, False),
    ({"status": 206}, False),
    ({"status": 203}, False),
    ({"status": 404, "cache_control": "max-age=60"}, False),
    ({"status": 500, "cache_control": "public, max-age=60"}, False),
    ({"status": 301, "location": "/b"}, True),
    ({"status": 308, "location": "/b"}, True),
    ({"status": 301}, False),
    ({"status": 302, "location": "/b", "cache_control": "max-age=60"}, False),
    ({"status": 304}, False),
]


@pytest.mark.parametrize(("said", "is_kept"), KEPT, ids=[str(k[0]) for k in KEPT])
def test_only_whole_public_successes_and_permanent_redirects_are_kept(said, is_kept):
    assert is_keepable(answer(**said)) is is_kept


LIFETIMES = [
    ({"cache_control": "max-age=60"}, 60),
    ({"cache_control": "max-age=60, s-maxage=90"}, 90),
    ({"cache_control": 'max-age="60"'}, 60),
    ({"cache_control": "max-age=60, max-age=900"}, 60),
    ({"cache_control": "max-age=soon"}, 0),
    ({"cache_control": "max-age=-1"}, 0),
    ({"cache_control": "max-age=31536000"}, MAX_FRESH),
    ({"cache_control": "max-age=99999999999999999999"}, MAX_FRESH),
    ({"cache_control": "no-cache, max-age=60"}, 0),
    ({"cache_control": "max-age=60", "age": "50"}, 10),
    ({"cache_control": "max-age=60", "age": "70"}, 0),
    ({"cache_control": "max-age=60", "age": "x"}, 60),
    ({"cache_control": "max-age=60", "date": date(-20)}, 40),
    ({"cache_control": "max-age=60", "date": date(500)}, 60),
    ({"date": date(), "expires": date(120)}, 120),
    ({"expires": date(120)}, 120),
    ({"date": date(), "expires": "0"}, 0),
    ({"date": date(), "expires": date(-5)}, 0),
    ({"cache_control": "max-age=9", "expires": date(120), "date": date()}, 9),
    ({"last_modified": date(-10 * HOUR)}, HOUR),
    ({"last_modified": date(-30 * DAY)}, MAX_GUESSED),
    ({"last_modified": date(-1)}, MIN_GUESSED),
    ({"last_modified": date(500)}, MIN_GUESSED),
    ({"last_modified": "yesterday"}, MIN_GUESSED),
    ({}, MIN_GUESSED),
]


@pytest.mark.parametrize(("said", "seconds"), LIFETIMES, ids=[str(x[0]) for x in LIFETIMES])
def test_an_answer_is_fresh_for_as_long_as_its_host_says_and_no_longer(said, seconds):
    one = kept(**said)
    assert is_fresh(one, NOW + seconds - 1) is (seconds > 0)
    assert not is_fresh(one, NOW + seconds)


def test_an_answer_from_the_future_is_not_fresh():
    """As after a clock was set back."""
    assert not is_fresh(kept(cache_control="max-age=60"), NOW - 1)


def test_a_stale_answer_is_asked_about_by_its_validators():
    one = kept(etag='W/"a"', last_modified=date(-5))
    assert conditions(one) == {"If-None-Match": 'W/"a"', "If-Modified-Since": date(-5)}
    assert conditions(kept()) == {}


def test_a_304_renews_the_headers_and_leaves_those_of_the_body():
    old = kept(etag='"a"', content_type="text/html", cache_control="max-age=1")
    said = {"etag": '"a"', "content-type": "x/y", "cache-control": "max-age=50", "age": "7"}
    new = refreshed(old, said, NOW + 10)
    assert (new.headers["content-type"], new.content) == ("text/html", b"body")
    assert is_fresh(new, NOW + 10 + 42)
    assert not is_fresh(new, NOW + 10 + 43)


def test_a_304_with_another_tag_speaks_of_another_answer():
    assert refreshed(kept(etag='"a"'), {"etag": '"b"'}, NOW) is None
    assert refreshed(kept(etag='W/"a"'), {"etag": '"a"'}, NOW) is not None


def test_an_answer_is_given_to_those_alone_who_ask_as_it_was_asked_for():
    one = kept({"accept": "text/html"}, vary="Accept, Cookie")
    assert matches(one, {"accept": "text/html"})
    assert not matches(one, {"accept": "application/pdf"})
    assert not matches(one, {"accept": "text/html", "cookie": "id=7"})


def test_cookies_and_headers_of_the_connection_are_not_kept():
    one = kept(set_cookie="id=7", connection="close", cache_control="public", x_other="stays")
    assert set(one.headers) == {"cache-control", "x-other", "date"}


@given(st.binary(max_size=2000), st.dictionaries(st.text(), st.text(), max_size=3))
def test_an_entry_comes_back_as_it_was_put(content, headers):
    one = Kept("http://a.example/", 200, headers, content, NOW, 3.0, {"accept": "x"})
    assert unpacked(packed(one)) == one


@given(st.data())
def test_an_entry_that_was_cut_or_changed_is_none(data):
    blob = packed(kept(etag='"a"'))
    place = data.draw(st.integers(0, len(blob) - 1))
    assert unpacked(blob[:place]) is None
    changed = bytearray(blob)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert unpacked(bytes(changed)) is None


@given(st.binary(max_size=300))
def test_bytes_that_are_no_entry_are_none(blob):
    assert unpacked(blob) is None
