"""Which statements name an entry of the article's closing list of sources."""

import pytest

from service.domain import CitationBasis
from workers.reading.entries import read_entry

LIST = """
Sources

- [Doe, Jane. “Harbour town votes to sell its four old ferries.” Coast Herald. 5 May 2024.](https://coastherald.example/1)
- [Roe, Richard. “Ferries cost more than planned.” Lindholm Post. 9 May 2024.](https://post.example/2)
- [National Harbour Safety Board. Accident statistics. Accessed 1 June 2024.](https://nhsb.example/3)
"""
URLS = {"herald": "https://coastherald.example/1", "post": "https://post.example/2"} | {
    "board": "https://nhsb.example/3"
}


def named(reading):
    """For each entry that is named, the statements that name it."""
    words = {s.id: s.text for s in reading.article.statements}
    return {
        c.url: [words[name] for name in c.statement_ids]
        for c in reading.article.citations
        if c.basis is CitationBasis.LISTED
    }


@pytest.mark.parametrize(
    ("sentence", "entry"),
    [
        ("The Coast Herald reported that the council wants to sell.", "herald"),
        ("On May 5, the council of the harbour town voted on its ferries.", "herald"),
        ("“Harbour town votes to sell its four old ferries” was the headline.", "herald"),
        ("Richard Roe counted what the ferries cost.", "post"),
        ("According to the Lindholm Post, nobody had planned for it.", "post"),
        ("Nobody was hurt, the NHSB said, whose accident statistics go back to 1990.", "board"),
    ],
)
def test_an_entry_is_named_by_outlet_title_author_or_date(read, sentence, entry):
    reading = read(f"The weather was fine. {sentence}\n{LIST}", filename="a.md", language="en")
    assert named(reading) == {URLS[entry]: [sentence]}


@pytest.mark.parametrize(
    "sentence",
    [
        "The town has a harbour and a council.",
        "The Northern Herald was not asked.",
        "A post stood by the coast.",
        "On May 5, 2021, the old mayor died.",
        "Jane is a common name.",
    ],
)
def test_what_names_no_entry_is_given_none_of_its_own(read, sentence):
    reading = read(f"The weather was fine. {sentence}\n{LIST}", filename="a.md", language="en")
    assert named(reading) == {}


def test_a_statement_with_a_link_of_its_own_needs_no_entry(read):
    reading = read(
        f"The Coast Herald [reported](https://own.example/) that the council sells.\n{LIST}",
        filename="a.md",
    )
    assert named(reading) == {}
    assert reading.article.statements[0].citations == ("s1",)


def test_the_name_of_the_articles_own_site_points_to_no_entry(read):
    sentence = "The Coast Herald reported that the council wants to sell."
    draft = f"The weather was fine. {sentence}\n{LIST}".replace("Coast Herald.", "coastherald.org.")
    draft = draft.replace("coastherald.example", "coastherald.org")
    elsewhere = read(draft, filename="a.md", url="https://other.example/a")
    at_home = read(draft, filename="a.md", url="https://www.coastherald.org/a")
    assert named(elsewhere) == {"https://coastherald.org/1": [sentence]}
    assert named(at_home) == {}


def test_a_named_entry_comes_first_and_the_list_stays_behind_the_statement(read):
    """A name is a lead: the statement may rest on another entry too."""
    reading = read(f"The Lindholm Post reported the cost.\n{LIST}", filename="a.md")
    (statement,) = reading.article.statements
    urls = {s.id: s.url for s in reading.sources}
    assert [urls[each] for each in statement.citations] == [
        URLS["post"],
        URLS["herald"],
        URLS["board"],
    ]
    for_it = [c for c in reading.article.citations if statement.id in c.statement_ids]
    assert len({(c.source_id, c.start) for c in for_it}) == len(for_it) == 3


def test_names_in_one_line_are_entries_of_their_own(read):
    reading = read(
        "AFP reported that it fell.\n\nSources: [AFP](https://afp.example/), "
        "[Reuters](https://r.example/), [Kyodo](https://k.example/)\n",
        filename="a.md",
    )
    assert named(reading) == {"https://afp.example/": ["AFP reported that it fell."]}


def test_an_entry_is_read_in_its_parts():
    entry = read_entry(
        "Doe, Jane and Roe, Richard. “Ferries & boats.” The Coast Herald. 5 May 2024. "
        "Accessed 7 June 2024.",
        ("https://web.archive.org/web/2024/https://www.coastherald.com/1",),
        "en",
    )
    assert entry.surnames == {"doe", "roe"}
    assert {"coastherald", "coastheraldcom"} <= entry.names
    assert entry.dates == {(5, 5, 2024)}
    assert entry.title == ("ferries", "boats")
