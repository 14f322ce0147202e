"""Whom a source gives a quotation to, however newsrooms put it."""

import pytest

from workers.assessing.quotes import SourceText, find_quotes, match_quotes

WORDS = {
    "en": "We closed the valve an hour too late and we knew it",
    "de": "Wir haben das Ventil eine Stunde zu spät geschlossen, und wir wussten es",
    "fr": "Nous avons fermé la vanne une heure trop tard et nous le savions",
    "es": "Cerramos la válvula una hora demasiado tarde y lo sabíamos",
}
BEFORE = {
    "en": "The inquiry opened on Monday. Peter Lund, the former manager, spoke for two hours. ",
    "de": "Der Ausschuss tagte. Peter Lund, der frühere Leiter, sprach zwei Stunden. ",
    "fr": "La commission s'est réunie. Peter Lund, l'ancien directeur, a parlé deux heures. ",
    "es": "La comisión se reunió. Peter Lund, el antiguo director, habló dos horas. ",
}
FORMS = [
    ("en", "“{},” said chief engineer Ana Ruiz."),
    ("en", "“{},” Chief Engineer Ana Ruiz told the BBC."),
    ("en", "“{},” acknowledged Ana Ruiz, the chief engineer."),
    ("en", "“{}!” Ana Ruiz shouted."),
    ("en", "“{},” according to Ana Ruiz, the chief engineer."),
    ("en", "“{},” as Ana Ruiz put it."),
    ("en", "“{},” read a statement by Ana Ruiz."),
    ("en", "“{},” said VLK director Ana Ruiz in a letter."),
    ("en", "Ana Ruiz, the chief engineer, was blunt: “{}.”"),
    ("en", "Ana Ruiz went further. “{}.”"),
    ("en", "In the words of Ana Ruiz, “{}.”"),
    ("en", "That was disputed by Ana Ruiz, the chief engineer, who said: “{}.”"),
    ("en", "\n\nAna Ruiz, the chief engineer, followed.\n\n“{},” she told the panel."),
    ("en", "“It rained hard,” said Ana Ruiz, the chief engineer. “{}.”"),
    ("en", "\n\n“{}.” – Ana Ruiz, chief engineer"),
    ("en", "Ana Ruiz was next. “It rained,” she said. “The gauges froze. {}.”"),
    ("en", "“{},” its president, Ana Ruiz, tweeted."),
    ("en", "Energy Minister Ana Ruiz wrote: “{}.”"),
    ("de", "Nach Angaben der Ingenieurin Ana Ruiz war es knapp. „{}“, sagte sie."),
    ("fr", "« Il pleuvait », a dit Ana Ruiz, ingénieure. Selon elle, « {} »."),
    ("es", "La jefa de la central, Ana Ruiz, no se guardó nada. «{}», dijo."),
    ("de", "„{}“, so die Ingenieurin Ana Ruiz."),
    ("de", "„{}“, räumte Ana Ruiz ein."),
    ("de", "Ana Ruiz, die leitende Ingenieurin, schonte sich nicht. „{}“, sagte sie."),
    ("fr", "« {} », a reconnu Ana Ruiz, l'ingénieure en chef."),
    ("fr", "Ana Ruiz ne s'est pas ménagée. « {} », explique-t-elle."),
    ("fr", "Pour Ana Ruiz, « {} »."),
    ("es", "«{}», sostuvo la ingeniera Ana Ruiz."),
    ("es", "Ana Ruiz no se guardó nada. «{}», explicó."),
    ("es", "En palabras de Ana Ruiz, «{}»."),
]


def _result(language, source, speaker):
    (quote,) = find_quotes(f"“{WORDS[language]}”, {speaker}.", language)
    read = [SourceText("s", source, language)]
    (match,) = match_quotes((quote,), speaker, read, [], language)
    return match.check.result.value


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_a_quotation_belongs_to_whom_the_source_names(language, form):
    """The one named has said it, and another person of the source has not."""
    source = BEFORE[language] + form.format(WORDS[language])
    assert _result(language, source, "Ana Ruiz") in {"exact", "normalised"}
    assert _result(language, source, "Peter Lund") == "wrong_speaker"


@pytest.mark.parametrize(
    "form",
    [
        "Mr. Lund said Mr. Ruiz had told the panel nothing but this: that “{}.”",
        "“{},” said a colleague of Peter Lund.",
        "Peter Lund and Ana Ruiz disagreed. “{}.”",
        "“{}.” Ana Ruiz said nothing.",
    ],
)
def test_in_doubt_nobody_is_told_to_be_wrong(form):
    """Where the sentence names the speaker, or names two, or nobody, the quotation stands."""
    assert _result("en", "Peter Lund spoke. " + form.format(WORDS["en"]), "Peter Lund") == "exact"


def test_words_that_the_source_itself_gives_to_another_are_not_cut():
    """An opening mark after "who said" begins a quotation: nothing was left out of it."""
    source = f"The panel heard Ana Ruiz, who said “{WORDS['en']}”."
    assert _result("en", source, "Ana Ruiz") == "exact"


@pytest.mark.parametrize(
    ("quoted", "spoken", "wanted"),
    [
        ("There’s so more to be done", "There’s so much more to be done", "altered"),
        ("My God what remarks have I done", "My God what have I done", "altered"),
        ("I like Lund and would settle for one of them too", "Lund is late", "not_found"),
        ("the next word I said was no", "he said it", "not_found"),
    ],
)
def test_words_in_order_prove_a_quotation_and_a_name_alone_does_not(quoted, spoken, wanted):
    """Function words in their order are one wording; one name or verb is in many."""
    (quote,) = find_quotes(f"“{quoted}”, Lund said.", "en")
    read = [SourceText("s", f"“{spoken},” Peter Lund said.", "en")]
    (match,) = match_quotes((quote,), "Peter Lund", read, [], "en")
    assert match.check.result.value == wanted


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (
            "Ana Ruiz and Peter Lund talked.\nLund: No.\nRuiz: {}.\nLund: So you say.",
            "wrong_speaker",
        ),
        ("CHAIR (Ms Ruiz): {}.\nMR LUND: So you say.", "wrong_speaker"),
        ("CHAIR: {}.\nMR STONE: So you say.", "exact"),
        ("Marden: {}.", "exact"),
    ],
)
def test_turns_of_an_interview_are_their_speakers_own(turns, wanted):
    """A turn is told to be another's where that other, or the speaker, is known by a label."""
    assert _result("en", turns.format(WORDS["en"]), "Peter Lund") == wanted
    assert _result("en", turns.format(WORDS["en"]), "Ana Ruiz") in {"exact", "normalised"}


@pytest.mark.parametrize(
    ("source", "speaker", "quoted", "wanted"),
    [
        ("陈敏说：“新校舍可以在九月启用。”赵磊反驳道：“大部分教室没有窗户。”", "陈敏",
         "大部分教室没有窗户", "wrong_speaker"),
        ("陈敏说：“新校舍可以在九月启用。”赵磊反驳道：“大部分教室没有窗户。”", "赵磊",
         "大部分教室没有窗户", "exact"),
        ("قال سامي حداد: «سنفتح السوق في مايو». وردت ليلى منصور: «المحلات بلا كهرباء منذ أسابيع».",
         "سامي حداد", "المحلات بلا كهرباء منذ أسابيع", "wrong_speaker"),
    ],
)  # fmt: skip
def test_a_colon_gives_the_words_to_whom_it_follows(source, speaker, quoted, wanted):
    """Scripts without capitals name a speaker before the colon."""
    (quote,) = find_quotes(f"“{quoted}”", None)
    (match,) = match_quotes((quote,), speaker, [SourceText("s", source, None)], [], None)
    assert match.check.result.value == wanted
