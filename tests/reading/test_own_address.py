"""A draft that says where it stands, or will, is known by that address."""

import pytest

from service.domain import Access

OWN = "https://desk.example/2025/dam"
SAID = "The dam at Kessel broke on Monday."
PAGE = "<html><head>{}</head><body><p>" + SAID + "</p></body></html>"


@pytest.mark.parametrize(
    ("filename", "draft"),
    [
        ("a.md", f"---\ncanonical_url: {OWN}\n---\n\n{SAID}\n"),
        ("a.md", f"---\nurl: /dam/\ncanonical: {OWN}\n---\n\n{SAID}\n"),
        ("a.md", f'+++\nurl = "{OWN}"\n+++\n\n{SAID}\n'),
        ("a.html", PAGE.format(f'<link rel="canonical" href="{OWN}">')),
        ("a.html", PAGE.format(f'<meta property="og:url" content="{OWN}">')),
    ],
    ids=["yaml", "path-passed-over", "toml", "canonical", "open-graph"],
)
def test_a_header_or_a_page_tells_the_address_of_the_draft(read, filename, draft):
    assert read(draft, filename=filename).article.url == OWN


@pytest.mark.parametrize("told", ["/posts/dam/", "javascript:alert(1)", "dam", ""])
def test_what_is_no_whole_address_is_none(read, told):
    """Static sites give a path there; nothing can be held against that."""
    assert read(f"---\nurl: '{told}'\n---\n\n{SAID}\n", filename="a.md").article.url is None


def test_a_link_to_itself_is_still_a_source_and_not_yet_read(read):
    """What becomes of it is decided when statements are held against it (SP306)."""
    reading = read(f"---\ncanonical: {OWN}\n---\n\n[{SAID}]({OWN})\n", filename="a.md")
    assert [source.url for source in reading.sources] == [OWN]
    assert reading.sources[0].access is not Access.OK
