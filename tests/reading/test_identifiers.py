"""Identifiers that stand in the words of an article and point to a document."""

import pytest

from service.domain import AttributionClass, CitationBasis
from workers.reading.court_citations import find_court_citations


@pytest.mark.parametrize(
    ("words", "anchor", "url"),
    [
        (
            "It was shown in 2020 (doi:10.1038/s41586-020-2649-2).",
            "doi:10.1038/s41586-020-2649-2",
            "https://doi.org/10.1038/s41586-020-2649-2",
        ),
        (
            "The paper 10.1002/(SICI)1097-4571(1994)45:5 says so.",
            "10.1002/(SICI)1097-4571(1994)45:5",
            "https://doi.org/10.1002/(SICI)1097-4571(1994)45:5",
        ),
        (
            "It is at doi.org/10.1000/xyz123, they wrote.",
            "doi.org/10.1000/xyz123",
            "https://doi.org/10.1000/xyz123",
        ),
        (
            "The model grew (arXiv:2001.01234v2).",
            "arXiv:2001.01234v2",
            "https://arxiv.org/abs/2001.01234v2",
        ),
        (
            "It is known from arXiv:hep-th/9901001.",
            "arXiv:hep-th/9901001",
            "https://arxiv.org/abs/hep-th/9901001",
        ),
        (
            "A server must answer. See RFC 9110, section 9.",
            "RFC 9110",
            "https://www.rfc-editor.org/rfc/rfc9110",
        ),
    ],
)
def test_an_identifier_in_the_text_is_a_citation_by_its_address(read, words, anchor, url):
    article = read(words).article
    (citation,) = [c for c in article.citations if c.basis is CitationBasis.DIRECT]
    assert (article.text[citation.start : citation.end], citation.url) == (anchor, url)
    assert article.text == words
    (name,) = citation.statement_ids
    (statement,) = [s for s in article.statements if s.id == name]
    assert statement.start <= citation.start < citation.end <= statement.end


@pytest.mark.parametrize(
    "words",
    [
        "The club Leicester RFC 1872 won.",
        "Version 10.2000/3 came out.",
        "It costs RFC 10,000 a year.",
        "The ratio is 10.5000/2 today.",
    ],
)
def test_what_only_looks_like_an_identifier_cites_nothing(read, words):
    assert read(words).article.citations == ()


def test_an_identifier_inside_a_link_is_not_cited_twice(read):
    reading = read(
        "It is [shown](https://a.example/10.1038/s41586-020-2649-2) in "
        "https://doi.org/10.1038/s41586-020-2649-2 and [doi:10.1000/xyz12](https://b.example/).\n",
        filename="a.md",
    )
    assert [s.url for s in reading.sources] == [
        "https://a.example/10.1038/s41586-020-2649-2",
        "https://doi.org/10.1038/s41586-020-2649-2",
        "https://b.example/",
    ]


def test_an_identifier_makes_an_entry_of_a_list_of_sources(read):
    reading = read(
        "The sea rose by 3 mm.\n\nSources:\n"
        "Doe, J. (2020). The sea. doi:10.1000/xyz123\nRoe, R. (2021). Waves. arXiv:2001.01234\n"
    )
    assert [s.url for s in reading.sources] == [
        "https://doi.org/10.1000/xyz123",
        "https://arxiv.org/abs/2001.01234",
    ]
    assert len(reading.article.statements) == 1


@pytest.mark.parametrize(
    ("sentence", "citation"),
    [
        ("Roe v. Wade, 410 U.S. 113 (1973), held so.", "410 U.S. 113 (1973)"),
        ("The panel held in 5 F. Supp. 3d 100 that it may.", "5 F. Supp. 3d 100"),
        (
            "Das sagt der BGH, Urteil vom 12. Mai 2020 – VI ZR 123/20.",
            "BGH, Urteil vom 12. Mai 2020 – VI ZR 123/20",
        ),
        ("So BVerfG 1 BvR 2656/18.", "BVerfG 1 BvR 2656/18"),
        ("Das Gericht wies sie ab (Az. 15 U 12/20).", "Az. 15 U 12/20"),
        ("The court ruled in Case C-131/12 against it.", "Case C-131/12"),
        ("It is ECLI:EU:C:2014:317.", "ECLI:EU:C:2014:317"),
        ("It fell under [2019] UKSC 41 at once.", "[2019] UKSC 41"),
    ],
)
def test_a_court_decision_is_known_by_its_citation(sentence, citation):
    assert find_court_citations(sentence) == (citation,)


@pytest.mark.parametrize("words", ["It cost 410 U.S. dollars.", "At 5 A.M. 30 left.", "C-131/12 x"])
def test_figures_beside_letters_are_no_court_decision(words):
    assert find_court_citations(words) == ()


def test_a_court_decision_without_an_address_is_a_named_document_and_no_source(read):
    reading = read("The right is older than that, 410 U.S. 113 (1973).")
    (statement,) = reading.article.statements
    assert reading.sources == ()
    assert statement.attribution.cls is AttributionClass.NAMED_DOCUMENT
    assert [link.name for link in statement.attribution.chain] == ["410 U.S. 113 (1973)"]
