"""What is said of links that lead nowhere by themselves."""

import pytest

from workers.reading.unplaced import RELATIVE_LINKS
from workers.reading.urls import is_relative


def test_links_to_files_beside_a_draft_are_named_in_a_limit(read):
    """A relative link is no source; the report says so once for each, with what to do."""
    reading = read(
        "The fine was [cut](src/a.txt). Costs [stand](src/a.txt). It was [1](b.html).\n",
        filename="a.md",
    )
    (limit,) = (each for each in reading.limits if each.name == RELATIVE_LINKS)
    assert limit.limit == 2
    assert "“src/a.txt”, “b.html”" in limit.note
    assert "--source FILE" in limit.note


def test_a_draft_with_an_address_has_no_link_without_a_host(read):
    """With the article's address a relative link is a source like any other."""
    reading = read("The fine was [cut](a.txt).\n", filename="a.md", url="https://p.example/x/")
    assert [source.url for source in reading.sources] == ["https://p.example/x/a.txt"]
    assert RELATIVE_LINKS not in {limit.name for limit in reading.limits}


@pytest.mark.parametrize(
    ("target", "is_one"),
    [("src/a.txt", True), ("/2024/story", True), ("../a.html#b", True), ("#note", False),
     ("mailto:a@b.example", False), ("https://a.example", False), ("//a.example/b", False),
     ("", False), ("?page=2", False), ("http://[", False)],
)  # fmt: skip
def test_a_path_alone_is_a_relative_link(target, is_one):
    """Anchors, other schemes, hosts and what is no address are none."""
    assert is_relative(target) is is_one
