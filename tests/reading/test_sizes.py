"""What costs more memory than its bytes tell is bounded: refused, and never read in part."""

import pytest

from service.errors import TooLarge


@pytest.mark.parametrize(
    ("draft", "name", "said"),
    [
        ("<p>a " * 100_001, "a.html", "100,000 HTML elements"),
        ("<html><body>" + "<p>a " * 50_001, "a.html", "50,000 HTML elements"),
        ("a\n" * 100_001, "a.md", "100,000 lines"),
        ("a\n" * 100_001, "a.txt", "100,000"),
        ("*a* " * 100_001, "a.md", "200,000 signs"),
        ("<b>a</b> " * 100_001, "a.md", "100,000 HTML elements"),
    ],
    ids=["fragment", "page", "Markdown lines", "text lines", "Markdown signs", "HTML in Markdown"],
)
def test_a_draft_of_more_parts_than_any_article_has_is_refused_in_plain_words(
    read, draft, name, said
):
    with pytest.raises(TooLarge, match=said):
        read(draft, filename=name)


def test_more_sources_than_a_report_can_list_are_refused(read):
    links = "".join(f"[Ship {i}](https://h.example/{i}) came in.\n\n" for i in range(10_001))
    with pytest.raises(TooLarge, match="cites 10,001 sources; a report lists at most 10,000"):
        read(links, filename="a.md")


def test_sources_beyond_the_limit_are_listed_and_the_limit_is_told(read):
    links = "".join(f"[Ship {i}](https://h.example/{i}) came in.\n\n" for i in range(600))
    reading = read(links, filename="a.md", max_sources=500)
    assert len(reading.sources) == 600
    assert [s.outcome is not None for s in reading.sources] == [False] * 500 + [True] * 100
    (limit,) = reading.limits
    assert (limit.name, limit.limit) == ("max_sources", 500)
    assert "100 sources" in limit.note
