"""Promises of sources and sources withheld, as worded in en, de, fr and es. Pure data."""

import re
from typing import Final

from workers.assessing.own_voice import THIS, any_of
from workers.language.patterns import LatePattern

# A sentence without one of these has nothing to match.
STEMS: Final = ("source", "quelle", "fuente")
# "Every source of income" is no source of an article, nor is "toute source lumineuse": what
# follows must end the clause, or lead on to the article.
_SO = (
    r"(?=\s*(?:$|[.!?,;:)\u2013\u2014-]|(?:we|that we|used|cited|behind|in|at|below|of this|"
    r"of our|"
    r"so|and|with)\b|(?:dieses|unserer|unten|offen|an|am|in|und|mit)\b|"
    r"(?:de (?:cet|ce|nos)|que nous|utilisées?|citées?|dans|en bas|en fin|et)\b|"
    r"(?:de (?:este|esta|nuestros?|nuestras?)|que|usadas?|citadas?|en (?:este|cada)|al final|"
    r"abajo|y)\b))"
)
_SURELY = (
    r"(?:always|carefully|meticulously|thoroughly|fully|openly|transparently|clearly|directly|"
    r"rigorously|painstakingly|also|therefore)"
)
_SICHER = r"(?:stets|immer|sorgfältig|akribisch|gewissenhaft|lückenlos|offen|transparent|deshalb)"
_BELEGEN = r"(?:dokumentieren|verlinken|nennen|veröffentlichen|listen|führen|geben|legen)"
_JEDE = r"(?:alle|jede|sämtliche) (?:unserer? |verwendeten |genutzten |die )?(?:quelle|quellen)\b"

WE_PROMISE_SOURCES: Final = any_of(
    # We document every source; we link to all our sources.
    rf"\bwe (?:{_SURELY} )?(?:document|cite|link(?: to)?|list|publish|disclose|show|provide|"
    r"share|name|reference|footnote) (?:(?:direct )?links to |(?:a|the) (?:full )?list of )?"
    rf"(?:all|every|each)(?: one)?(?: of)?(?: our| the| its)?(?: primary|"
    rf" original)? sources?\b{_SO}",
    rf"\bwir {_BELEGEN} (?:{_SICHER} )?{_JEDE}{_SO}",
    rf"\b{_BELEGEN} wir (?:{_SICHER} )?{_JEDE}{_SO}",
    r"\bnous (?:documentons|citons|indiquons|publions|mentionnons|fournissons|donnons|"
    r"référençons)(?: toujours| soigneusement| systématiquement| méticuleusement)? "
    r"(?:(?:les|des) liens vers |la liste de )?(?:toutes (?:nos|les|leurs)|chaque|"
    rf"chacune de nos) sources?\b{_SO}",
    r"\b(?:documentamos|citamos|enlazamos|publicamos|indicamos|detallamos)"
    r"(?: siempre| meticulosamente| cuidadosamente)? (?:(?:los )?enlaces a |la lista de )?"
    rf"(?:todas (?:nuestras |las )?fuentes|cada (?:una de (?:nuestras|las) )?fuentes?)\b{_SO}",
)
# Said of the sources; of which article, the sentence must tell or its place.
SOURCES_PROMISED: Final = any_of(
    # Every source is documented; all sources used in this article are linked below.
    r"\b(?:all|every|each)(?: of)?(?: our| the)?(?: primary| original)? sources?"
    r"(?: (?:we use|used|cited|behind|in|for|of|this|our|every|each|article|story|analysis|"
    r"report|articles|stories|reporting)){0,5}"
    rf" (?:is|are) (?:{_SURELY} |openly )?(?:documented|linked|cited|listed|disclosed|"
    rf"referenced)\b",
    # Links to all sources are below.
    r"\blinks to (?:all|every|each)(?: of)?(?: our| the)? sources?\b[^.!?]{0,40}"
    r"\b(?:are|is|can be found|appears?)\b",
    rf"\b{_JEDE}[^.!?]{{0,40}}\b(?:ist|sind|werden|wird) (?:{_SICHER} |unten |am ende ){{0,2}}"
    r"(?:dokumentiert|verlinkt|angegeben|offengelegt|aufgeführt|aufgelistet|genannt)\b",
    r"\btoutes (?:nos|les) sources\b[^.!?]{0,40}\bsont (?:toujours )?(?:documentées|citées|"
    r"indiquées|référencées|publiées|listées)\b",
    r"\btodas (?:nuestras |las )fuentes\b[^.!?]{0,40}\b(?:están|son|aparecen|figuran) "
    r"(?:documentadas|citadas|enlazadas|indicadas|listadas)\b",
)

_GATE = (
    r"\b(?:subscri(?:be|bing)|sign(?:ing)? (?:up|in)|log(?:ging)? in|register(?:ing)?|join|"
    r"becom(?:e|ing) an? (?:\w+ )?(?:member|subscriber|supporter)|upgrad(?:e|ing)|donate|pay)\b"
)
_OUR_SOURCES = (
    r"(?:links to (?:all |the |our |every |original |cited ){0,3}sources?\b|source (?:list|"
    r"links)\b|"
    r"(?:full )?list of (?:all |the |our ){0,2}sources?\b|"
    r"(?:all |the |our |every |full ){0,3}sources? (?:list )?(?:we )?(?:(?:used|cited|behind|"
    r"for|of|in) )"
    rf"{{1,2}}(?:{THIS}|our (?:articles|reporting|stories))\b|"
    r"(?:all |the |our |these ){1,2}sources\b(?! (?:of|for|in|from)\b))"
)
_ZUGANG = (
    r"(?:freischalt\w+|freizuschalten|einsehen|einzusehen|sehen|abrufen|abzurufen|öffnen|"
    r"zugreifen|zugriff|zugang|anzeigen|anzuzeigen|entsperr\w+|erhalten|lesen)"
)
_QUELLEN = r"quellen(?:liste|links|angaben|verzeichnis|nachweise)?\b(?! der einnahmen)"
# "Subscribe …", said to the reader: nobody but the publication speaks so in its article.
CALL_TO_ENTER: Final = LatePattern(
    r"(?:subscribe|sign (?:up|in)|log in|register|join|become|upgrade|abonn|registrier|melde|logge|"
    r"werde|inscri|connectez|devenez|adhérez|suscr|reg[ií]str|inici|hazte)",
    re.IGNORECASE,
)
SOURCES_WITHHELD: Final = any_of(
    # Subscribe to unlock direct links to all sources used in this article.
    rf"{_GATE}[^.!?]{{0,60}}\b(?:to|and) (?:unlock|access|see|view|get|read|reveal|open|show)\b"
    rf"[^.!?]{{0,30}}?\b{_OUR_SOURCES}",
    rf"{_GATE}[^.!?]{{0,60}}\bto (?:unlock|reveal) (?:all |the |our )*sources\b(?! of)",
    # The sources of this article are available to subscribers only.
    rf"\b{_OUR_SOURCES}[^.!?]{{0,40}}\b(?:is|are) (?:only |exclusively )?(?:available|visible|"
    rf"shown|"
    r"accessible|reserved|unlocked|open)(?: only| exclusively)? (?:to|for) (?:our |paying |paid |"
    r"registered |logged-in )*(?:subscribers|members|supporters|readers with)\b(?! of)",
    rf"\b(?:only )?(?:subscribers|members)(?: only)? (?:can )?(?:see|access|unlock|view|open)\b"
    rf"[^.!?]{{0,30}}?\b{_OUR_SOURCES}",
    r"\b(?:abonnier\w+|registrier\w+|melden sie sich|melde dich|logg\w+|einlogg\w+|"
    rf"werde\w*(?: sie)? mitglied)\b[^.!?]{{0,80}}\b{_QUELLEN}[^.!?]{{0,60}}\b{_ZUGANG}",
    r"\b(?:abonnier\w+|registrier\w+|melden sie sich|melde dich|logg\w+|einlogg\w+|"
    rf"werde\w*(?: sie)? mitglied)\b[^.!?]{{0,80}}\b{_ZUGANG}\b[^.!?]{{0,40}}\b{_QUELLEN}",
    rf"\b{_QUELLEN}[^.!?]{{0,40}}\b(?:nur für|nur unseren|ausschließlich für) (?:\w+ )?"
    r"(?:abonnent\w+|mitglieder\w*|registrierte)\b",
    r"\b(?:abonnez-vous|inscrivez-vous|connectez-vous|devenez membre|adhérez)\b[^.!?]{0,60}"
    r"\b(?:débloquer|accéder|voir|consulter|obtenir|découvrir)\b[^.!?]{0,30}?"
    r"\b(?:liens? (?:directs? )?vers (?:toutes )?(?:les|nos) sources|(?:toutes )?(?:les|nos|"
    r"aux) sources|"
    r"la liste des sources)\b(?! d(?!e (?:cet|ce|nos)\b))",
    r"\b(?:les|nos) sources (?:de cet article )?(?:sont )?(?:réservées|"
    r"accessibles uniquement) aux "
    r"(?:abonnés|membres|adhérents)\b",
    r"\b(?:suscríb\w+|suscrib\w+|regístr\w+|inicia sesión|inicie sesión|hazte (?:soci[oa]|"
    r"miembro))\b"
    r"[^.!?]{0,60}\b(?:desbloquear|acceder|ver|consultar|obtener)\b[^.!?]{0,30}?"
    r"\b(?:enlaces (?:directos )?a (?:todas )?(?:las|nuestras) fuentes|"
    r"(?:a )?(?:todas )?(?:las|nuestras) fuentes|la lista de fuentes)\b(?! de (?!este|nuestr))",
    r"\b(?:las|nuestras) fuentes (?:de este artículo )?(?:están )?(?:reservadas|disponibles solo|"
    r"disponibles sólo|solo disponibles) (?:a|para) (?:\w+ )?(?:suscriptores|socios|miembros)\b",
)
