"""What a publication says of itself is found, and nobody is accused for another's words."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publication_samples import HEADINGS, NEWS, NOT_SAID, SAID

from service.domain import (
    DraftImage,
    DraftMarks,
    ImageOrigin,
    PublicationBasis,
    Submission,
)
from service.domain import PublicationKind as Kind
from workers.assessing.publication import read_publication
from workers.reading import read_article

MADE = ImageOrigin("trainedAlgorithmicMedia")
PLAIN = "# Ferry\n\nThe town closed its ferry line on Monday.\n"


def _article(draft, language="en", name="draft.md"):
    submission = Submission(content=draft.encode(), filename=name, language=language)
    reading = read_article(submission, max_bytes=10**7, max_sources=99, max_statements=9_999)
    return reading.article


def _notes(draft, language="en", marks=None, name="draft.md"):
    return read_publication(_article(draft, language, name), marks or DraftMarks())


def _kinds(draft, language="en", marks=None, name="draft.md"):
    return [note.kind for note in _notes(draft, language, marks, name)]


def _at_the_foot(language, sentence):
    return f"# Velden\n\n{NEWS[language]}\n\n{sentence}\n"


def _under_a_heading(language, sentence):
    return f"# Velden\n\n{NEWS[language]}\n\n## {HEADINGS[language]}\n\n{sentence}\n"


@pytest.mark.parametrize("place", [_at_the_foot, _under_a_heading])
@pytest.mark.parametrize(("language", "kind", "sentence"), SAID, ids=lambda x: str(x)[:60])
def test_what_a_publication_says_of_itself_is_found_wherever_it_stands(
    language, kind, sentence, place
):
    """At the foot of the text as well as under "About us", and as one kind alone."""
    assert _kinds(place(language, sentence), language) == [kind]


@pytest.mark.parametrize("place", [_at_the_foot, _under_a_heading])
@pytest.mark.parametrize(("language", "sentence"), NOT_SAID, ids=lambda x: str(x)[:60])
def test_near_misses_are_not_the_publications_word(language, sentence, place):
    """Quoted, denied, of something else, or of somebody else: no note."""
    assert _notes(place(language, sentence), language) == ()


def test_every_note_gives_its_sentence_back_from_its_offsets():
    """A finding quotes the sentence that it rests on."""
    draft = "".join(_at_the_foot("en", s) for lang, _, s in SAID if lang == "en")
    article = _article(draft)
    notes = read_publication(article, DraftMarks())
    statements = {s.id: s for s in article.statements}
    assert notes
    for note in notes:
        assert note.text == article.text[note.start : note.end]
        if note.statement_id is not None:
            assert statements[note.statement_id].text == note.text


def test_a_quotation_of_several_sentences_stays_somebody_elses():
    """The second sentence of a quotation bears no marks of its own."""
    draft = PLAIN + '\n"We try. We document every source. It is our promise," she said.\n'
    assert _kinds(draft) == []


def test_typographic_apostrophes_and_narrow_spaces_make_no_difference():
    """Editors' software sets them."""
    assert _kinds(PLAIN + "\nI’m a AI-powered journalist.\n") == [Kind.AI_AUTHORSHIP_DISCLOSED]
    assert _kinds(PLAIN + "\nIllustration\u202f: Midjourney\n", "fr") == [Kind.AI_IMAGE_LABELLED]


def test_a_list_of_sources_that_asks_for_a_subscription_is_read_too():
    """Entries of a list are no statements, and may say it all the same."""
    draft = PLAIN + "\n## Sources\n\n- Subscribe to unlock sources.\n"
    assert Kind.SOURCES_WITHHELD in _kinds(draft)


@pytest.mark.parametrize("name", ["Jasper AI", "ChatGPT", "GPT-4o", "Writesonic 3"])
def test_a_generator_in_the_metadata_shows_ai_authorship(name):
    """Known makers of text count."""
    notes = _notes(PLAIN, marks=DraftMarks(generators=(name,)))
    assert [n.kind for n in notes] == [Kind.AI_AUTHORSHIP_UNDISCLOSED]


@pytest.mark.parametrize("name", ["WordPress 6.4", "Hugo", "Claude Martin", "Ai Weiwei", ""])
def test_other_generators_and_people_are_no_machines(name):
    """Software that sets pages, and first names that tools have taken."""
    assert _notes(PLAIN, marks=DraftMarks(generators=(name,), authors=(name,))) == ()


@pytest.mark.parametrize(
    "name", ["ChatGPT", "AI", "By AI Writer", "KI-Redaktion", "OpenAI ChatGPT"]
)
def test_an_author_that_is_a_machine_shows_ai_authorship(name):
    """The metadata say so, where readers do not look."""
    (note,) = _notes(PLAIN, marks=DraftMarks(authors=(name,)))
    assert note.kind is Kind.AI_AUTHORSHIP_UNDISCLOSED
    assert note.basis is PublicationBasis.PAGE_METADATA


def test_what_is_disclosed_in_plain_words_is_not_undisclosed():
    """One plain sentence to the reader is enough."""
    draft = PLAIN + "\nThis article was written with the help of AI.\n"
    kinds = _kinds(draft, marks=DraftMarks(generators=("ChatGPT",)))
    assert kinds == [Kind.AI_AUTHORSHIP_DISCLOSED] * 2


def test_an_ai_image_without_a_label_is_told_beside_the_sentence_that_follows_it():
    """Its place in the draft is known by its line."""
    draft = "# Ferry\n\nIt rained.\n\n![](quay.jpg)\n\nThe town closed its ferry line.\n"
    image = DraftImage("quay.jpg", MADE, line=5)
    (note,) = _notes(draft, marks=DraftMarks(images=(image,)))
    assert note.kind is Kind.AI_IMAGE_UNLABELLED
    assert note.text == "The town closed its ferry line."
    assert note.detail == "quay.jpg: trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    "label",
    ["Image: Midjourney", "The images in this article were made with AI."],
)
def test_an_ai_image_with_a_label_is_clear(label):
    """A credit line, or a word for all images of the article."""
    kinds = _kinds(f"{PLAIN}\n{label}\n", marks=DraftMarks(images=(DraftImage("a.png", MADE),)))
    assert set(kinds) == {Kind.AI_IMAGE_LABELLED}


def test_the_label_of_one_image_does_not_clear_another():
    """A caption speaks of its own picture."""
    html = (
        "<h1>Ferry</h1><p>The town closed its ferry line.</p>"
        "<figure><img src='a.png'><figcaption>AI-generated image: quay</figcaption></figure>"
        "<figure><img src='b.png'><figcaption>The quay at dawn</figcaption></figure>"
    )
    images = (
        DraftImage("a.png", MADE, "AI-generated image: quay"),
        DraftImage("b.png", MADE, "The quay at dawn"),
    )
    notes = _notes(html, marks=DraftMarks(images=images), name="draft.html")
    told = {n.detail.split(":")[0]: n.kind for n in notes if n.detail}
    assert told == {"a.png": Kind.AI_IMAGE_LABELLED, "b.png": Kind.AI_IMAGE_UNLABELLED}


def test_many_repeats_of_one_promise_take_little():
    """However often it is said: a bounded number of notes."""
    draft = PLAIN + "\nWe document every source.\n" * 3_000
    assert 0 < len(_notes(draft)) <= 50


@given(
    st.text(alphabet=st.sampled_from("we subscribe to unlock AI \"“”«».:\n\u202f’'"), max_size=300)
)
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_and_notes_keep_their_places(text):
    """Unclosed quotation marks, odd spaces, stray words of the vocabulary."""
    article = _article(PLAIN + "\n" + text)
    for note in read_publication(article, DraftMarks()):
        assert note.text == article.text[note.start : note.end]


NATO = Path(__file__).parents[3] / "shared" / "articles" / "nato-openai.txt"


@pytest.mark.skipif(not NATO.exists(), reason="the shared articles are not here")
def test_the_nato_article_says_of_itself_exactly_this():
    """Sources promised and withheld, a labelled image, AI disclosed, review left open."""
    notes = _notes(NATO.read_text(), language=None, name="nato-openai.txt")
    told = [(note.kind, re.sub(r"^(\S+ \S+ \S+).*", r"\1", note.text)) for note in notes]
    assert told == [
        (Kind.AI_IMAGE_LABELLED, "AI generated illustration"),
        (Kind.SOURCES_WITHHELD, "Subscribe to our"),
        (Kind.SOURCES_PROMISED, "That's why we"),
        (Kind.AI_AUTHORSHIP_DISCLOSED, "I'm a AI-powered"),
        (Kind.AI_AUTHORSHIP_DISCLOSED, "Nine specialized AI"),
        (Kind.REVIEW_UNCLEAR, "Where needed, our"),
    ]
