"""Sources of one origin are one cluster; sources with an origin each are none."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import (
    Access,
    Article,
    Attribution,
    AttributionClass,
    ChainLink,
    IndependenceBasis,
    Page,
    Source,
    Statement,
    StatementKind,
    Unread,
)
from service.domain.addresses import same_page_key
from workers.assessing.independence import find_clusters, outlets_without_link
from workers.assessing.shingles import find_pairs, read_shingles, resemblance
from workers.extracting.credit import credit_of

_STORY = " ".join(
    f"On day {n} the harbour master of Velden counted {n * 3} vessels and {n} more at anchor."
    for n in range(1, 15)
)
_OTHER = " ".join(
    f"In week {n} the library lent {n * 7} novels to readers from the northern quarter."
    for n in range(1, 15)
)


def _source(ident, text, url=None, **page):
    url = url or f"https://{ident}.example/story"
    return Source(ident, url, outcome=Page(url, text, **page))


def test_fewer_than_two_pages_read_is_nothing_to_count():
    """One page, or none, gives ``None`` and not an empty count."""
    unread = Source("s2", outcome=Unread("https://b.example", Access.DEAD, "404"))
    assert find_clusters([]) is None
    assert find_clusters([_source("s1", _STORY), unread, Source("s3")]) is None


def test_independent_pages_make_no_cluster():
    """Different texts at different addresses are counted apart."""
    assert find_clusters([_source("s1", _STORY), _source("s2", _OTHER)]) == ()


def test_near_duplicate_texts_are_one_origin_named_by_the_earliest():
    """A copy with another headline and closing line is the same story."""
    copy = f"Ships pile up. {_STORY} Additional reporting by our desk."
    early = datetime(2024, 1, 1, tzinfo=UTC)
    (cluster,) = find_clusters(
        [
            _source("s1", copy, publisher="Copy Post", published_at=early.replace(day=2)),
            _source("s2", _OTHER),
            _source("s3", _STORY, publisher="Velden Courier", published_at=early),
        ]
    )
    assert cluster.source_ids == ("s1", "s3")
    assert cluster.basis is IndependenceBasis.NEAR_DUPLICATE
    assert cluster.origin == "Velden Courier"


@pytest.mark.parametrize(
    ("one", "other", "basis", "origin"),
    [
        ("Reuters", "REUTERS", IndependenceBasis.WIRE_TAG, "Reuters"),
        ("AP", "The Associated Press", IndependenceBasis.WIRE_TAG, "Associated Press"),
        ("Velden News Pool", "Velden News Pool", IndependenceBasis.CREDIT_LINE, "Velden News Pool"),
    ],
)
def test_pages_that_credit_one_agency_are_one_origin(one, other, basis, origin):
    """A wire tag or credit line ties pages whose words differ."""
    (cluster,) = find_clusters(
        [_source("s1", _STORY, credit=one), _source("s2", _OTHER, credit=other)]
    )
    assert (cluster.basis, cluster.origin) == (basis, origin)


def test_a_canonical_link_ties_two_addresses():
    """Two addresses of one page are one origin."""
    home = "https://velden.example/ships"
    (cluster,) = find_clusters(
        [
            _source("s1", _STORY, canonical_url=home),
            _source("s2", _OTHER, url=home + "?utm_source=x"),
        ]
    )
    assert (cluster.basis, cluster.origin) == (IndependenceBasis.CANONICAL, home)


def test_every_copy_is_found_among_many_texts():
    """What MinHash proposes is what comparing each with each other gives."""
    rng = random.Random(3)  # noqa: S311  made-up text, nothing secret
    stories = [[f"w{rng.randrange(5_000)}" for _ in range(300)] for _ in range(40)]
    texts = [" ".join(story) for story in stories]
    for share in range(1, 21):
        edited = [w if rng.random() > share / 400 else "x" for w in stories[share]]
        texts.append(" ".join(edited))
    sets = [read_shingles(text) for text in texts]
    every = [
        (i, j) for j in range(len(sets)) for i in range(j) if resemblance(sets[i], sets[j]) >= 0.8
    ]
    assert len(every) > 5
    assert find_pairs(sets, 0.8) == every


def test_a_wire_named_in_each_language_is_one_origin_across_languages():
    """No text resembles another, and all three name who wrote it."""
    pages = [
        ("s1", "BERLIN (Reuters) - Ministers met on Monday to talk about the ferry line."),
        ("s2", "Berlin (Reuters) - Die Minister berieten am Montag über die Fährlinie."),
        ("s3", "Les ministres ont débattu lundi de la ligne de ferry.\nAvec Reuters"),
        ("s4", "Los ministros debatieron el lunes.\nCon información de Reuters."),
        ("s5", "Die Minister berieten am Montag.\nMit Material von Reuters"),
    ]
    sources = [_source(name, text, credit=credit_of(text)) for name, text in pages]
    (cluster,) = find_clusters(sources)
    assert (cluster.origin, cluster.basis) == ("Reuters", IndependenceBasis.WIRE_TAG)
    assert cluster.source_ids == ("s1", "s2", "s3", "s4", "s5")


@pytest.mark.parametrize("name", ["Reuters", "REUTERS", "the Reuters news agency"])
def test_an_agency_named_without_a_link_is_no_second_witness_to_its_own_story(name):
    """One link that credits Reuters, and Reuters by name: one origin."""
    (cluster,) = find_clusters([_source("s1", _STORY, credit="Reuters")], [name, "The Guardian"])
    assert (cluster.origin, cluster.basis) == ("Reuters", IndependenceBasis.WIRE_TAG)
    assert (cluster.source_ids, cluster.named) == (("s1",), (name,))


def test_an_outlet_that_is_no_origin_of_a_source_joins_nothing():
    """Another agency, or a paper, may well be a second witness."""
    assert find_clusters([_source("s1", _STORY, credit="Reuters")], ["AFP"]) is None
    both = [_source("s1", _STORY, credit="Reuters"), _source("s2", _OTHER)]
    assert find_clusters(both, ["AFP", "The Guardian"]) == ()


def test_only_outlets_of_statements_without_a_source_count_as_named():
    """Beside a link, a name says whose story the link carries."""

    def statement(number, citations):
        chain = (ChainLink("Reuters", AttributionClass.NAMED_OUTLET),)
        told = Attribution(AttributionClass.ANONYMOUS, chain=chain)
        kind = StatementKind.REPORTED_SPEECH
        return Statement(f"st{number}", "x", 0, 1, 0, 1, 1, kind, told, citations)

    assert outlets_without_link(Article("x", statements=(statement(1, ("s1",)),))) == ()
    bare = Article("x", statements=(statement(1, ()), statement(2, ())))
    assert outlets_without_link(bare) == ("Reuters",)


def test_short_pages_are_not_called_copies():
    """A notice of a few words says nothing of its origin."""
    assert find_clusters([_source("s1", "Not found."), _source("s2", "Not found.")]) == ()


_SHAPES = st.tuples(
    st.sampled_from([_STORY, _STORY + " End.", _OTHER, "Short."]),
    st.sampled_from([None, "Reuters", "AFP"]),
    st.sampled_from([None, "https://a.example/x", "https://b.example/y"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SHAPES, min_size=2, max_size=7), st.randoms())
def test_who_is_clustered_does_not_depend_on_the_order(shapes, random):
    """The same sources in another order give the same clusters, origins and bases."""
    sources = [
        _source(f"s{i}", text, credit=credit, canonical_url=canonical)
        for i, (text, credit, canonical) in enumerate(shapes)
    ]
    before = {(c.origin, c.basis, frozenset(c.source_ids)) for c in find_clusters(sources)}
    random.shuffle(sources)
    after = find_clusters(sources)
    assert {(c.origin, c.basis, frozenset(c.source_ids)) for c in after} == before
    members = [ident for c in after for ident in c.source_ids]
    assert len(members) == len(set(members))
    assert all(len(c.source_ids) > 1 for c in after)


@pytest.mark.parametrize(
    "twin",
    [
        "http://example.org/a",
        "https://www.example.org/a/",
        "https://m.example.org/a#top",
        "https://example.org/a/amp",
        "https://example.org/a?utm_source=x&fbclid=1",
        "https://example.org:443/a/index.html",
    ],
)
def test_forms_of_one_address_have_one_key(twin):
    """Scheme, host forms, trackers and fragments make no other page."""
    assert same_page_key(twin) == same_page_key("https://example.org/a")


@pytest.mark.parametrize("url", [None, "", "mailto:a@b.example", "https://[bad", "https://x:y/"])
def test_what_is_no_web_address_has_no_key(url):
    """A malformed or foreign address is no key, and no error."""
    assert same_page_key(url) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_a_key_never_raises(text):
    """Any text after a scheme is looked at without an error."""
    same_page_key("https://" + text)
    same_page_key(text)
