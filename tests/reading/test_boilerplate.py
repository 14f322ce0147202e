"""The laws of site chrome: the site's lines are marked, the news never is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.reading.boilerplate import is_about_publication, is_chrome, mark_chrome

CHROME = [
    "Skip to content",
    "Become a Member",
    "Unlock the Full Analysis:",
    "CTA Image",
    "Members are reading: Why the harbour deal fell apart overnight",
    "See all",
    "Read more »",
    "Read more: The mayor's long week",
    "Sign up for our daily newsletter",
    "Share this article on Facebook",
    "Facebook | Twitter | WhatsApp",
    "We use cookies to improve your experience.",
    "Accept all",
    "Advertisement",
    "Story continues below advertisement",
    "© 2024 Example Media. All rights reserved.",
    "AI generated illustration related to: the harbour",
    "Photo: Jane Roe / Example",
    "5 min read",
    "12 comments",
    "Zum Inhalt springen",
    "Mitglied werden",
    "Lesen Sie auch: Der lange Weg zum Hafen",
    "Anzeige",
    "Wir verwenden Cookies, um unser Angebot zu verbessern.",
    "Aller au contenu",
    "Lire aussi : Le port ferme",
    "Abonnez-vous",
    "Publicité",
    "Saltar al contenido",
    "Suscríbete",
    "Te puede interesar: El puerto cierra",
    "* * *",
]
NEWS = [
    "OpenAI in talks to deploy AI on NATO unclassified networks",
    "Rapid expansion amid ethical turbulence",
    "Damage control shapes next move",
    "The council voted on Monday to close the harbour for a year.",
    "Members of the council are reading the report before the vote.",
    "He shared the article on Facebook, where it was read by thousands.",
    "The company uses cookies to track readers, the regulator found.",
    "Subscribe to a theory and you defend it, the judge wrote.",
    "Support for the mayor fell to 31 percent.",
    "Search teams found the boat on Tuesday.",
    "Die Mitglieder stimmten am Montag ab.",
    "Le port sera fermé pendant un an.",
    "El puerto cerrará durante un año.",
]


@pytest.mark.parametrize("line", CHROME)
def test_a_line_of_the_site_is_chrome_by_its_wording(line):
    assert is_chrome(line)


@pytest.mark.parametrize("line", NEWS)
def test_a_line_of_the_news_is_not_chrome(line):
    assert not is_chrome(line)
    assert mark_chrome([line]) == (False,)


def test_a_heading_of_related_stories_takes_their_headlines_with_it():
    page = ["The ban stays.", "More from Jane Roe", "Harbour closes for a year", "See all"]
    assert mark_chrome(page) == (False, True, True, True)


def test_the_news_that_goes_on_after_a_box_of_teasers_is_news_again():
    page = [
        "The ban stays in place, the court ruled.",
        "Related stories",
        "Harbour closes for a year",
        "Mayor under pressure",
        "The ruling can be appealed until May.",
        "Lawyers expect that it will be.",
    ]
    assert mark_chrome(page) == (False, True, True, True, False, False)


def test_the_publication_speaking_of_itself_is_marked_until_the_news_goes_on():
    page = [
        "Support our work",
        "Your contribution helps us continue our reporting on the harbour.",
        "Contribute",
        "The council voted on Monday to close the harbour.",
    ]
    assert mark_chrome(page) == (True, True, True, False)


def test_a_promise_about_sources_and_an_authors_note_are_the_publications():
    page = [
        "Source Transparency",
        "Subscribe to our free letter to unlock links to all sources of this article.",
        "We believe you deserve to verify everything. That's why we document every source.",
        "I turn wires into analysis that you can use. I'm an AI-powered journalist.",
        "How this analysis was produced",
        "Nine AI personas read the wires. Where needed, our human editors come in.",
    ]
    assert all(mark_chrome(page))


def test_a_correction_is_about_the_publication():
    assert is_about_publication("An earlier version of this article misstated the date.")


def test_the_court_that_corrects_itself_is_news():
    assert not is_about_publication("The court corrected an earlier version of the ruling.")


@given(st.lists(st.text(max_size=120), max_size=20))
@settings(max_examples=100, deadline=None)
def test_every_paragraph_gets_one_mark(paragraphs):
    assert len(mark_chrome(paragraphs)) == len(paragraphs)


def test_a_page_of_one_long_line_is_read_in_bounded_time():
    long_line = "we support our newsletter and you " * 30_000
    assert mark_chrome(["Support our work", long_line, long_line])[0]
