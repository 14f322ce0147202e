"""The words of a speaker in, their class of attribution out. Pure."""

import re

from service.domain import AttributionClass

_FLAGS = re.IGNORECASE
_ANONYMOUS = re.compile(
    r"\b(?:sources?|insiders?|whistle-?blowers?|informants?|anonym\w+|unnamed|unidentified|"
    r"(?:person|people|someone|official|officials|executives?|employees?|individuals?)\b.{0,40}\b"
    r"(?:familiar with|close to|briefed on|with (?:direct )?knowledge|involved in|"
    r"who (?:asked|requested|declined|spoke on|was not|were not|wished)|on condition of)|"
    r"one of the people|insider\w*|quellen?|informant\w*|kreise[n]?|eingeweihte\w*|"
    r"fuentes?|anónim\w+|una persona|proche du dossier|sous couvert)\b",
    _FLAGS,
)
_VAGUE = re.compile(
    r"^(?:(?:some|many|several|most|other|various|numerous|a (?:few|number of)|critics?|few|"
    r"certain|leading|the|political|legal|security|military|market|industry|independent|health|"
    r"foreign|local|wall street|einige|viele|manche|mehrere|certains?|plusieurs|algunos|algunas|"
    r"muchos|varios|los|las|les|des|die)\s+)*"
    r"(?:critics|experts|analysts|observers|commentators|supporters|opponents|advocates|people|"
    r"officials|scientists|researchers|economists|historians|scholars|insiders|pundits|others|"
    r"some|many|lawmakers|residents|witnesses|users|activists|studies|reports|polls|"
    r"experten|fachleute|kritiker|beobachter|analysten|wissenschaftler|forscher|"
    r"experts|analystes|critiques|observateurs|spécialistes|chercheurs|"
    r"expertos|analistas|críticos|observadores|especialistas|investigadores|medios)$",
    _FLAGS,
)
_DOCUMENT = re.compile(
    r"\b(?:reports?|study|studies|documents?|filings?|memo(?:randum)?|lawsuit|complaint|indictment|"
    r"survey|polls?|paper|analysis|review|letter|emails?|records?|data|figures|transcripts?|ruling|"
    r"affidavit|press release|census|statistics|dossier|statement|bill|law|decision|order|website|"
    r"schedule|warrant|audit|estimates?|research|bericht|studie|umfrage|dokumente?n?|gutachten|"
    r"mitteilung|zahlen|daten|statistik|urteil|rapport|étude|enquête|sondage|documents?|données|"
    r"communiqué|chiffres|informe|estudio|encuesta|documentos?|datos|comunicado|sentencia|cifras)\b",
    _FLAGS,
)
_OUTLET_NAMES = (
    r"Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|BBC|CNN|NBC|CBS|ABC|MSNBC|NPR|"
    r"PBS|CNBC|C-SPAN|Politico|Axios|Breitbart|BuzzFeed|HuffPost|Vox|Vice|Wired|ProPublica|"
    r"Al Jazeera|Time|Newsweek|The Hill|The Atlantic|The New Yorker|The Verge|The Intercept|"
    r"The Information|Forbes|Fortune|The Economist|USA Today|Daily Mail|Daily Beast|Slate|Xinhua|"
    r"TASS|Interfax|RIA Novosti|Kyodo|Yonhap|dpa|ARD|ZDF|Tagesschau|Spiegel|Die Zeit|Zeit|Bild|"
    r"Welt|FAZ|Süddeutsche(?:n)?(?: Zeitung)?|Handelsblatt|taz|Stern|Focus|Deutschlandfunk|"
    r"Le Monde|Libération|Le Figaro|Mediapart|France ?info|BFM(?:TV)?|RTL|L'Équipe|Le Point|"
    r"El País|El Mundo|ABC|La Vanguardia|EFE|RTVE|Europa Press|El Universal|Clarín|La Nación|"
    r"Fox Business|Fox|Yahoo News|Mother Jones|Rolling Stone|Vanity Fair|Financial Times|"
    r"Wall Street Journal|Meet the Press|Face the Nation|Twitter"
)
_OUTLET_WORDS = (
    r"Times|Post|Journal|News|Tribune|Herald|Guardian|Gazette|Magazine|Chronicle|Observer|Globe|"
    r"Telegraph|Independent|Inquirer|Dispatch|Examiner|Mirror|Register|Sentinel|Broadcasting|"
    r"Zeitung|Nachrichten|Anzeiger|Rundschau|Allgemeine|Presse|Press"
)
OUTLET = re.compile(
    rf"(?:[Tt]he |[Ll][ea] |[Ee]l |[Dd](?:ie|er|em|en) |[Ll]['’])?"
    rf"(?:(?:news agency|newspaper|magazine|broadcaster|Nachrichtenagentur|Zeitung|Magazin|Sender|"
    rf"agence|quotidien|journal|chaîne|agencia|diario|periódico|cadena) )?[„\"“«]?\s?"
    rf"((?:The )?(?:[A-Z][\w.&'’-]*\s+(?:of\s+)?){{0,3}}?(?:{_OUTLET_WORDS})(?:\s+(?:News|Service|"
    rf"Network|Press))?|{_OUTLET_NAMES})(?![\w-])"
)
_ROLE = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|officials?|officers?|ministers?|ministry|president|"
    r"ceo|cfo|chief|head|director|police|prosecutors?|lawyers?|attorneys?|mayor|governor|senators?|"
    r"representatives?|residents?|witness(?:es)?|neighbou?rs?|mother|father|brother|sister|son|"
    r"daughter|wife|husband|family|researchers?|professors?|scientists?|company|government|"
    r"department|agency|court|judge|office|campaign|candidate|aides?|advis[eo]rs?|strategists?|"
    r"managers?|executives?|teachers?|doctors?|soldiers?|commander|general|analysts?|experts?|"
    r"economists?|authors?|editors?|reporters?|journalists?|voters?|supporters?|leaders?|members?|"
    r"activists?|secretary|chair(?:man|woman|person)?|founder|owner|authorities|administration|"
    r"committee|firm|group|union|party|team|school|university|state|city|county|students?|"
    r"sprecher(?:in)?|minister(?:in|ium)?|polizei|regierung|behörden?|präsident(?:in)?|chef(?:in)?|"
    r"staatsanwaltschaft|gericht|unternehmen|leiter(?:in)?|porte-parole|ministre|ministère|police|"
    r"gouvernement|président|procureur|avocat|directeur|directrice|maire|portavoz|ministr[oa]|"
    r"ministerio|policía|gobierno|president[ea]|fiscal|fiscalía|abogad[oa]|director[a]?|alcalde|"
    r"alcaldesa|autoridades|empresa|man|woman|men|women|user|player|coach|pastor|priest|"
    r"correspondent|pollster|lawmakers?|congress(?:man|woman)|veterans?|patients?|customers?)\b",
    _FLAGS,
)
_TITLE = re.compile(
    r"^(?:U\.S\.|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|President|Senator|Secretary|Minister|Chancellor|"
    r"CEO|Chief|Judge|Justice|Professor|Officer|Detective|Sheriff|Mayor|Governor|Pope|King|Queen|"
    r"Prince|Princess|Sir|Lord|Lady|Herr|Frau|Monsieur|Madame|Don|Doña|Former|Vice|Prime|Democratic|"
    r"Republican|State|House|Senate|Attorney|General|Deputy|Press|Director|Executive|Police|"
    r"Congressman|Congresswoman|Campaign|Speaker|Leader|Majority|Minority)\.?$"
)
_PREPOSITION = re.compile(
    r"\s+(of|for|by|from|in|on|at|with|to|von|vom|der|des|für|aus|du|de|des|del|d['’]|en|à|sur|sobre)"
    r"(?:\s+|(?<=['’]))"
)
_QUANTIFIERS = frozenset(("one", "two", "three", "some", "many", "most", "several", "both"))
# What a noun phrase may open with, and pronouns and adverbs that it may not.
_NOUN_PHRASE = re.compile(
    r"(?!(?:i|we|you|it|that|this|these|those|which|what|who|there|then|so|as|if|now|even|here|"
    r"when|while|where|ich|wir|man|je|nous|on|yo|nosotros|ce|cela|eso)\b)\w.*\w",
    re.IGNORECASE | re.DOTALL,
)
_PLURAL = re.compile(r"[^su]s$|(?:people|men|women)$")
_SHARE = re.compile(
    r"^(?:(?:about|nearly|some|only|just|at least|more than|over|almost|another|roughly) )*"
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|half|(?:a |the )?(?:vast )?"
    r"(?:slim )?majority|most|many|few|none|all|third|quarters?|thirds?)\b"
    r"(?: ?%| percent| per cent|[ -]in[ -]\w+|[ -]quarters| of\b|$)",
    _FLAGS,
)
_GENITIVE = frozenset(("von", "vom", "der", "des"))
_NAME_PART = re.compile(r"^[^\W\d_a-zà-ÿ][\w.'’-]*$")
_PARTICLES = frozenset(
    ("of", "de", "del", "la", "van", "von", "der", "bin", "al", "el", "da", "du")
)
_LEADING = frozenset(
    word
    for words in (
        "The A An In On At For And But I We You It This That These Those There Here If When While",
        "As Still Instead Once Again Although Though Since Because However Meanwhile Moreover Yet",
        "So Then Also After Before By With From To Even Having Well Now What Some Many Evidence",
        "Der Die Das Ein Eine Es Wir Ich Als Wie Nach Le La Les El Los Un Une Una Pero Mais",
    )
    for word in words.split()
)


def classify_speaker(words: str) -> AttributionClass:
    """Say how checkable a speaker is, by the words that name it.

    Organisations with a name count as named; a role or an office without a name is
    ``role_only``; plurals that nobody can ask are ``vague_plural``.
    """
    bare = words.strip(" ,;:\"'“”„«»")
    if not bare:
        return AttributionClass.NONE
    tests = (
        (_ANONYMOUS.search, AttributionClass.ANONYMOUS),
        (_VAGUE.search, AttributionClass.VAGUE_PLURAL),
        (_SHARE.search, AttributionClass.VAGUE_PLURAL),
        (OUTLET.fullmatch, AttributionClass.NAMED_OUTLET),
        (_is_document, AttributionClass.NAMED_DOCUMENT),
        (_is_role_of_something, AttributionClass.ROLE_ONLY),
        (has_personal_name, AttributionClass.NAMED_PERSON),
    )
    return next((cls for test, cls in tests if test(bare)), _unnamed_class(bare))


def classify_noun(words: str) -> AttributionClass:
    """Class what stands where only a speaker can, as after "according to": any noun will do."""
    cls = classify_speaker(words)
    if cls is not AttributionClass.NONE or not words or not _NOUN_PHRASE.match(words):
        return cls
    head = _head(words)[0]
    return AttributionClass.VAGUE_PLURAL if _PLURAL.search(head) else AttributionClass.ROLE_ONLY


def _unnamed_class(words: str) -> AttributionClass:
    if _ROLE.fullmatch(_head(words)[0]):
        return AttributionClass.ROLE_ONLY
    named = any(_NAME_PART.match(w) and w not in _LEADING for w in words.split()[-1:])
    return AttributionClass.NAMED_PERSON if named else AttributionClass.NONE


def _head(words: str) -> tuple[str, str]:
    """Give the last word before the first preposition, and that preposition."""
    parts = _PREPOSITION.split(words, maxsplit=1)
    before = parts[0].split()
    if parts[2:] and before and before[-1].lower() in _QUANTIFIERS:
        return _head(parts[2])
    return (before[-1] if before else ""), (parts[1].lower() if len(parts) > 1 else "")


def _is_document(words: str) -> bool:
    """Say whether a document is the head of the phrase, not what follows "of" or "for"."""
    return _DOCUMENT.fullmatch(_head(words)[0]) is not None


def _is_role_of_something(words: str) -> bool:
    """Tell "the head of OpenAI" from "Secretary of State John Kerry"."""
    head, preposition = _head(words)
    if not preposition or not _ROLE.fullmatch(head):
        return False
    return head.islower() or preposition in _GENITIVE


def has_personal_name(words: str) -> bool:
    """Whether the phrase ends in the name of one: capitals after all roles and titles."""
    tail: list[str] = []
    for word in reversed(words.replace(",", " ,").split()):
        if word in _PARTICLES and tail:
            continue
        if not _NAME_PART.match(word) or word in _LEADING:
            break
        tail.append(word)
    names = [w for w in tail if not _TITLE.match(w) and not _ROLE.fullmatch(w)]
    return bool(names) and bool(tail) and tail[0] in names
