"""Addresses: what one stands for, and which two are one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.reading.unwrapping import unwrap
from workers.reading.urls import url_identity

PAGE = "https://news.example/a/1?id=2"


@pytest.mark.parametrize(
    "snapshot",
    [
        f"https://web.archive.org/web/20180112190816/{PAGE}",
        f"http://web.archive.org/web/20180112190816id_/{PAGE}",
        f"https://archive.org/web/2018/{PAGE}",
        "https://web.archive.org/web/2018/https:/news.example/a/1?id=2",
        "https://web.archive.org/web/2018/https%3A%2F%2Fnews.example%2Fa%2F1%3Fid%3D2",
        f"https://archive.ph/20200102030405/{PAGE}",
        f"https://archive.today/2020.01.02-030405/{PAGE}",
        f"https://archive.is/newest/{PAGE}",
        f"https://archive.ph/o/Ab12c/{PAGE}",
        "https://www.webcitation.org/query?url=https%3A%2F%2Fnews.example%2Fa%2F1%3Fid%3D2&date=1",
        (
            "https://webcache.googleusercontent.com/search?q=cache:iq0wWbpTEjwJ:"
            "https://news.example/a/1%3Fid%3D2+&cd=1"
        ),
        f"https://webarchive.nationalarchives.gov.uk/ukgwa/20200102030405/{PAGE}",
    ],
)
def test_a_snapshot_stands_for_its_page_and_is_kept(snapshot):
    found = unwrap(snapshot)
    assert (found.url, found.archived_url) == (PAGE, snapshot)
    assert url_identity(snapshot) == url_identity(PAGE)


def test_an_original_without_a_scheme_is_one_too():
    assert unwrap("https://web.archive.org/web/2016/news.example/a").url == "http://news.example/a"


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.is/w3fee",
        "https://perma.cc/AB12-CD34",
        "https://t.co/abc",
        "https://archive.org/details/book",
        "https://web.archive.org/web/*/http://news.example/*",
        "https://web.archive.org/save/http://news.example/",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://web.archive.org/web/2010/http://[bad",
        "https://web.archive.org/web/2010/nothing",
    ],
)
def test_an_address_that_does_not_tell_its_page_stays_itself(url):
    found = unwrap(url)
    assert (found.url, found.archived_url) == (url, None)


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa%2F1%3Fid%3D2&usg=x",
        "https://www.google.de/url?q=https://news.example/a/1?id%3D2",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%2F1%3Fid%3D2&h=AT",
        "https://www.google.com/amp/s/news.example/a/1?id=2",
        "https://news-example.cdn.ampproject.org/c/s/news.example/a/1?id=2",
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example%2Fa%2F1"
            "%3Fid%3D2&data=x"
        ),
    ],
)
def test_a_redirector_stands_for_its_target_and_leaves_no_snapshot(wrapped):
    found = unwrap(wrapped)
    assert (found.url, found.archived_url) == (PAGE, None)


def test_a_redirector_to_a_snapshot_is_undone_to_the_page():
    snapshot = f"https://web.archive.org/web/2018/{PAGE}"
    found = unwrap("https://www.google.com/url?q=" + snapshot.replace("?", "%3F"))
    assert (found.url, found.archived_url) == (PAGE, snapshot)


@pytest.mark.parametrize(
    "spelling",
    [
        "https://NEWS.example:443/a/1?id=2#top",
        "https://news.example/a/1?utm_source=x&id=2&fbclid=1",
        "https://news.example/a/1?id=2&gclid=3&mc_cid=4&mc_eid=5",
        "https://news.example/a/1/amp?id=2",
        "https://amp.news.example/a/1?id=2",
        "https://www.google.com/amp/s/amp.news.example/a/1?id=2",
    ],
)
def test_trackers_amp_and_spelling_make_no_other_source(spelling):
    assert url_identity(spelling) == url_identity(PAGE)


def test_another_field_makes_another_source():
    assert url_identity(PAGE) != url_identity("https://news.example/a/1?id=3")


WRAPPERS = st.sampled_from(
    [
        "https://web.archive.org/web/2018/",
        "https://archive.ph/2020/",
        "https://www.google.com/url?q=",
        "https://www.google.com/amp/s/",
        "https://webcache.googleusercontent.com/search?q=cache:",
        "http://",
        "//",
        "[",
        "%3A",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(WRAPPERS | st.text(max_size=8), max_size=8).map("".join))
def test_any_address_is_unwrapped_to_one_that_has_the_same_identity(url):
    assert url_identity(unwrap(url).url) == url_identity(url) or "archive" in unwrap(url).url
