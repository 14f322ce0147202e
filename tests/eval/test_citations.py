"""Floors of the citations on real articles; figures in RESULTS.md. Skipped without the articles."""

import pytest
from citations import FOLDER, as_html, factcheck, measure_links, measure_listed, read

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the shared folder with real articles is not here"
)


def test_of_the_listed_sources_that_the_text_names_four_in_five_find_a_statement():
    counts, _ = measure_listed()
    assert counts["named and matched"] >= 0.8 * counts["named"] > 100
    assert counts["invented"] == 0


def test_no_link_of_400_bodies_is_lost_doubled_or_left_without_a_statement():
    counts = measure_links()
    assert counts["links"] > 2_900
    assert (counts["lost"], counts["doubled"], counts["unattached"]) == (0, 0, 0)


def test_every_source_on_the_web_that_an_article_lists_is_cited():
    for row in factcheck():
        reading = read(as_html(row), row["link"])
        text = reading.article.text
        cited = {" ".join(text[c.start : c.end].split()) for c in reading.article.citations}
        on_web = [s for s in row["sources"] if s["url"].startswith("http")]  # one is a "file:"
        missing = {" ".join(s["title"].split()) for s in on_web} - cited
        assert not missing, row["link"]
