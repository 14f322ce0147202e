"""Quotations are found with right offsets, and held against the words of their sources.

All sentences are our own writing.
"""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.assessing.quotes import Quote, SourceText, check_quotes, find_quotes, match_quotes

# Each sentence stands in the source; the variants misquote it.
_SENTENCES = {
    "We shouldn’t have rushed the harbour plan through on a Friday night": [
        "We should have rushed the harbour plan through on a Friday night",
        "We shouldn’t have rushed the harbour plan through on a Monday night",
        "We never should have pushed the harbour plan through on a Friday",
        "We shouldn’t have forced the airport plan through on a Friday night",
    ],
    "The deal looked opportunistic and sloppy, and that is on me": [
        "The deal looked quick and sloppy, and that is on me",
        "The deal looked opportunistic and sloppy, and that is on them",
        "The deal seemed opportunistic and sloppy",
        "The deal looked opportunistic but careful, and that is on me",
    ],
    "Our inspectors found nine cracked girders under the northern span": [
        "Our inspectors found ninety cracked girders under the northern span",
        "Our inspectors found nine cracked girders under the southern span",
        "Our engineers found nine cracked girders",
        "inspectors found nine rusty girders under the northern span",
    ],
    "I do not believe that the council will ever approve such a tower": [
        "I do believe that the council will ever approve such a tower",
        "I do not believe that the council will approve such a tower",
        "I do not believe that the mayor will ever approve such a tower",
        "I hope that the council will never approve such a tower",
    ],
    "Every patient who asked for a second opinion was given one within a week": [
        "Every patient who asked for a second opinion was given one within a month",
        "Almost every patient who asked for a second opinion was given one",
        "Every patient who asked for a refund was given one within a week",
        "No patient who asked for a second opinion was given one within a week",
    ],
    "The river rose three metres in an hour and took the old mill with it": [
        "The river rose five metres in an hour and took the old mill with it",
        "The river rose three metres in a day and took the old mill with it",
        "The river fell three metres in an hour",
        "The river rose three metres in an hour and took the new mill with it",
    ],
    "They promised us work, they brought us dust": [
        "They promised us work, they gave us dust",
        "They promised us work and brought us nothing but dust",
        "They offered us work, they brought us dust",
        "They promised us money, they brought us dust",
    ],
    "Nobody at the ministry has ever read the full report": [
        "Somebody at the ministry has read the full report",
        "Nobody at the ministry has ever seen the full report",
        "Everybody at the ministry has read the full report",
        "Nobody at the embassy has ever read the full report",
    ],
    "A teacher who earns less than a bus driver will not stay in the village": [
        "A teacher who earns more than a bus driver will not stay in the village",
        "A teacher who earns less than a bus driver will stay in the village",
        "A nurse who earns less than a bus driver will not stay in the village",
        "A teacher who earns less than a taxi driver will not stay",
    ],
    "If the ice goes, the ferry goes, and if the ferry goes, so do we": [
        "If the ice comes, the ferry goes, and if the ferry goes, so do we",
        "If the ice goes, the ferry stays, and if the ferry goes, so do we",
        "When the ice goes, the ferry goes, and so do we",
        "If the ice melts, the ferry goes, and if the ferry goes, so does everyone",
    ],
}
_SOURCE = "The hearing lasted all day.\n\n" + "\n\n".join(
    f"“{sentence},” one witness told the panel before lunch." for sentence in _SENTENCES
)
_S1 = SourceText("s1", _SOURCE, "en")
_SOUND = {"exact", "normalised", "elided_ok"}
_WRONG = {"altered", "elision_changes_meaning"}


def _result(text, *, cited=(_S1,), others=(), speaker=None, before="", language="en"):
    quote = Quote(text, 0, len(text), before)
    (check,) = check_quotes([quote], speaker, cited, others, language)
    return check.result.value


def _sound_variants(sentence):
    words = sentence.split()
    kept = words[3:5]
    yield sentence
    yield sentence.replace("’", "'") + "."
    yield sentence.upper()
    yield "  ".join(words).replace("harbour", "harbor").replace("metres", "meters")
    yield f"“{sentence},”"
    yield " ".join(words[-6:])
    yield f"[{words[0][0].lower()}]{words[0][1:]} " + " ".join(words[1:])
    yield " ".join([*words[:3], "[as he put it]", *words[3:]])
    if not any("not" in w or "n’t" in w or w in {"ever", "never"} for w in kept):
        yield " ".join([*words[:3], "…", *words[5:]])


def _sound_rows():
    return [(variant, s) for s in _SENTENCES for variant in _sound_variants(s)]


def _altered_rows():
    return [(variant, s) for s, variants in _SENTENCES.items() for variant in variants]


def test_the_set_is_large_enough():
    """At least a hundred cases stand behind the figures."""
    assert len(_sound_rows()) + len(_altered_rows()) >= 100


def test_altered_quotations_are_found():
    """At least 98 in 100 misquotations are told, and each points at the sentence it altered."""
    rows = _altered_rows()
    missed = [variant for variant, _ in rows if _result(variant) not in _WRONG]
    assert len(missed) <= 0.02 * len(rows), missed
    for variant, sentence in rows:
        (match,) = match_quotes([Quote(variant, 0, len(variant))], None, [_S1], [], "en")
        place = _SOURCE.index(sentence)
        assert place <= match.start < match.end <= place + len(sentence)


def test_sound_quotations_raise_no_alarm():
    """At most 1 in 100 quotations that keep the words is called anything else."""
    rows = _sound_rows()
    alarms = [(v, _result(v)) for v, _ in rows if _result(v) not in _SOUND]
    assert len(alarms) <= 0.01 * len(rows), alarms


@pytest.mark.parametrize("sentence", list(_SENTENCES))
def test_a_quotation_as_written_is_exact(sentence):
    """The very words, with or without the comma before the mark, are exact."""
    assert _result(sentence) == "exact"
    assert _result(sentence + ",") == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "The lighthouse keeper collects stamps from vanished countries",
        "We have never been prouder of our brass band",
        "It was the best soup that winter ever gave us",
        "one witness saw a green balloon over the town",
    ],
)
def test_words_that_no_source_has_are_not_found(text):
    """A sentence of other words is not an altered one."""
    assert _result(text) == "not_found"


def test_the_diff_shows_both_wordings():
    """An altered word is shown beside the source's."""
    quote = Quote("looked quick and sloppy", 0, 23)
    (check,) = check_quotes([quote], None, [_S1], [], "en")
    assert check.diff == "looked [-quick-]{+opportunistic+} and sloppy"


@pytest.mark.parametrize(
    "text",
    ["I do … believe that the council will ever approve such a tower",
     "A teacher who earns less than a bus driver will … stay in the village"],
)  # fmt: skip
def test_a_negation_swallowed_by_an_ellipsis_changes_the_meaning(text):
    """What was left out may not turn the sentence round."""
    assert _result(text) == "elision_changes_meaning"


def test_a_negation_cut_off_before_the_quotation_changes_the_meaning():
    """ "the tower will fall" is no quotation of "it is not true that the tower will fall"."""
    source = SourceText("s1", "He said: “It is not true that the tower will fall tonight.”", "en")
    assert _result("the tower will fall tonight", cited=[source]) == "elision_changes_meaning"
    denied = _result("the tower will fall tonight", cited=[source], before="He denied that ")
    assert denied == "exact"


def test_words_of_another_cited_source_are_found_there():
    """Before a quotation is missed, every other source is searched."""
    other = SourceText("s2", "She wrote: “The bells rang until the rope gave out.”", "en")
    text = "The bells rang until the rope gave out"
    assert _result(text, others=[other]) == "found_in_other_source"
    assert _result(text, cited=[], others=[other]) == "found_in_other_source"


def test_silence_is_told_apart():
    """No text, another language, and too few words are each their own result."""
    german = SourceText("s1", "Der Bürgermeister sagte, die Brücke werde im Mai gesperrt.", "de")
    assert _result("The bridge will be closed in May", cited=[german]) == "translated_unverified"
    assert _result("The bridge will be closed in May", cited=[]) == "no_text"
    assert _result("The bridge will be closed", cited=[SourceText("s1", " ")]) == "no_text"
    assert _result("very purple") == "too_short"
    assert _result("cracked girders") == "exact"


_ABOUT = (
    "Councillor Maria Keller was unconvinced. “The roof has leaked for years,” she said.\n"
    "The architect, Johan Brandt, replied: “Nobody asked me to mend it.”\n"
    "Asked by Ada Quist about the bill, he said: “It will be paid in May.”\n"
    "Johan Brandt met Ada Quist. “We shook hands on it,” she said."
)
_TWO_VOICES = (
    "“We will not leave the alliance,” said Maria Keller, the envoy. "
    "“The talks will go on without a pause,” Johan Brandt said."
)


@pytest.mark.parametrize(
    ("text", "speaker", "result"),
    [
        ("We will not leave the alliance", "Peter Novak", "wrong_speaker"),
        ("We will not leave the alliance", "Maria Keller", "exact"),
        ("We will not leave the alliance", "Keller", "exact"),
        ("We will not leave the alliance", "the White House", "exact"),
        ("We will not leave the alliance", "she", "exact"),
        ("We will not leave the alliance", None, "exact"),
        ("The talks will go on without a pause", "Peter Novak", "wrong_speaker"),
        ("The talks will go on without a pause", "Johan Brandt", "exact"),
        ("The roof has leaked for years", "Johan Brandt", "wrong_speaker"),
        ("The roof has leaked for years", "Maria Keller", "exact"),
        ("Nobody asked me to mend it", "Maria Keller", "wrong_speaker"),
        ("Nobody asked me to mend it", "Johan Brandt", "exact"),
        ("It will be paid in May", "Johan Brandt", "exact"),
        ("We shook hands on it", "Maria Keller", "exact"),
    ],
)
def test_a_wrong_speaker_is_told_only_when_it_is_sure(text, speaker, result):
    """Only a person named in full beside the words speaks against a person of another name.

    "She" is the one person whom the sentence before is about, and nobody where it names two.
    """
    cited = [SourceText("s1", _TWO_VOICES, "en"), SourceText("s2", _ABOUT, "en")]
    assert _result(text, cited=cited, speaker=speaker) == result


_HEDGED = (
    "“I believe the pipes froze in the night. We shall reopen when the water is clean,” said "
    "Maria Keller. “We left the hall when the lights went out,” she added."
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The pipes froze in the night", "elision_changes_meaning"),
        ("I believe the pipes froze in the night", "exact"),
        ("We shall reopen", "elision_changes_meaning"),
        ("We left the hall", "exact"),
    ],
)
def test_a_belief_and_a_condition_on_what_will_be_belong_to_the_words(text, result):
    """A "when" tells only the time of what is past, so it may be cut."""
    assert _result(text, cited=[SourceText("s1", _HEDGED, "en")], speaker="Maria Keller") == result


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He said “yes, we can” today.", ["yes, we can"]),
        ("en", 'He said "yes, we can" today.', ["yes, we can"]),
        ("en", "“outer ‘inner’ rest”", ["outer ‘inner’ rest"]),
        ("en", "It's the workers' day, isn't it?", []),
        ("en", "the so-called 'big day' came", ["big day"]),
        ("en", "‘the workers’ day’ came", ["the workers’ day"]),
        ("en", "He is 5' 10\" tall.", []),
        ("en", "“never closed\nnext line", ["never closed"]),
        ("en", "second half of it.” He left.", ["second half of it."]),
        ("de", "Er sagte: „Guten Tag“ und ging.", ["Guten Tag"]),
        ("de", "Er sagte: »Guten Tag« und ging.", ["Guten Tag"]),
        ("fr", "Il a dit : « Bonjour à tous ».", ["Bonjour à tous"]),
        ("sv", "Han sade ”god dag” och gick.", ["god dag"]),
        ("ja", "彼は「こんにちは」と言った。", ["こんにちは"]),
        ("zh", "他说“你好”，然后走了。", ["你好"]),
        ("en", "“one” and “two”", ["one", "two"]),
        ("en", "““”", []),
    ],
)
def test_quotations_are_found_in_every_style_of_marks(language, text, expected):
    """Marks of each tradition open and close; apostrophes and inches do not."""
    assert [quote.text for quote in find_quotes(text, language)] == expected


_MARKS = st.text(alphabet="“”\"'‘’„«»「」ab s.,\n[]…", max_size=80)


@settings(max_examples=300, deadline=None)
@given(_MARKS, st.sampled_from(["en", "de", "sv", None]))
def test_offsets_give_the_quotation_back(text, language):
    """Every quotation is what its offsets name, in order, without overlap."""
    quotes = find_quotes(text, language)
    assert all(quote.text == text[quote.start : quote.end] != "" for quote in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), _MARKS, _MARKS)
def test_any_quotation_is_checked_without_error(text, one, other):
    """One check for each quotation, whatever it and the sources hold; the passage lies inside."""
    sources = [SourceText("s1", one + text, "en"), SourceText("s2", other, None)]
    (match,) = match_quotes([Quote(text, 3, 3 + len(text))], text, sources, sources, "en")
    assert (match.check.start, match.check.text) == (3, text)
    if match.start is not None:
        assert 0 <= match.start < match.end <= len(one + text + other)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_altered_rows() + _sound_rows()), st.randoms())
def test_the_order_of_the_sources_does_not_matter(row, random):
    """The same sources in another order give the same match."""
    lines = [SourceText(f"s{i}", line, "en") for i, line in enumerate(_SOURCE.split("\n\n"))]
    quote = Quote(row[0], 0, len(row[0]))
    before = match_quotes([quote], None, lines, [], "en")
    random.shuffle(lines)
    assert match_quotes([quote], None, lines, [], "en") == before


def test_runs_of_marks_end():
    """Adversarial runs of marks are read in one pass."""
    for piece in ("“", "“\n", "'a ", "‘(", '"', "“a” ", "« ", "“ “ ” "):
        assert len(find_quotes(piece * 20_000, "en")) <= 20_000
