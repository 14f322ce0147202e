"""The law of evidence: its offsets give its text back exactly, whatever the source is made of."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import Page, Submission
from service.rendering.json_evidence import evidence_from_dict, evidence_to_dict
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.reading import read_article

URL = "https://a.example/"
DRAFT = (
    f"[The council of Marlow bought nine trams for 12 million crowns]({URL}), and its mayor"
    f" said “we waited long enough for these trams”.\n"
)
PIECES = st.one_of(
    st.sampled_from(
        [
            "The council of Marlow bought nine trams. ", "for 12 million crowns\r\n",
            "“We waited long enough for these trams,” the mayor said.\r\n\r\n", "𝔐arlow 🚋 ",
            "cafe\u0301 na\u0131\u0308ve ", "\u200b\u00ad", "word " * 150,
            "橋は閉鎖された。", "\u202eabc\u202c ",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_offsets_and_selectors_give_the_passage_back(pieces):
    """Astral characters, CRLF, combining marks and endless sentences change nothing."""
    text = "".join(pieces)
    submission = Submission(content=DRAFT.encode(), filename="a.md", language="en")
    reading = read_article(submission, max_bytes=10**5, max_sources=9, max_statements=9)
    page = Page(URL, text, language="en")
    reading = replace(reading, sources=tuple(replace(s, outcome=page) for s in reading.sources))
    for assessment in assess_article(reading, load_scorer()):
        for evidence in assessment.evidence:
            assert evidence.text == text[evidence.start : evidence.end] != ""
            beside = evidence.prefix + evidence.text + evidence.suffix
            assert text[evidence.start - len(evidence.prefix) :].startswith(beside)
            assert evidence_from_dict(evidence_to_dict(evidence)) == evidence
