"""The wording in which publications speak of their own work, in en, de, fr and es. Pure data.

Every pattern is tried on one sentence of at most ``LONGEST`` characters, with straight
apostrophes and plain spaces. Gaps are bounded, so the time is too. "AI" and its sisters
count only in capitals: "j'ai" is no machine.
"""

import re
from typing import Final

LONGEST: Final = 400  # characters of a sentence; longer ones are not a publication's promise

_AI = r"(?-i:A\.?I\.?|K\.?I\.?|I\.?A\.?)"
_AI_NAMED = (
    rf"(?:{_AI}\b|(?:generative |generativer? )?(?:artificial intelligence|"
    rf"künstlicher? intelligenz|"
    r"intelligence artificielle|inteligencia artificial)\b)"
)
_PAINTERS = (
    r"(?:midjourney|dall[-·•∙. ]?e\b(?:[ -]?[23])?|stable diffusion|adobe firefly|ideogram|"
    r"bing image creator|gpt-image|gpt-4o|chatgpt|nano banana)"
)
_WRITERS = r"(?:chat ?gpt|gpt-?[345]\w*|(?:large )?language models?|llms?|sprachmodells?)"
_THIS = (
    r"(?:this (?:article|story|analysis|report|text|piece|post|page)|"
    r"diese[rnms]? (?:artikels?|textes?|text|beitrags?|analyse|berichts?)|"
    r"cet article|cette analyse|ce (?:texte|reportage)|"
    r"est[ea] (?:artículo|texto|reportaje|análisis|nota|noticia))"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# "This article", by which a paragraph of the news can only mean itself.
THIS_ARTICLE: Final = _any(rf"\b{_THIS}\b")
# The place of a list of sources, seen from the text.
HERE: Final = _any(
    rf"\b{_THIS}\b",
    r"\b(?:listed|linked|found|given|named)? ?(?:below|at the (?:end|bottom|foot))\b",
    r"\bunten\b|\bam (?:ende|schluss)\b|\bci-dessous\b|\ben (?:fin|bas) d",
    r"\babajo\b|\bal final\b|\ba continuación\b",
)
# The publication's own voice: first person, or this article.
OWN_VOICE: Final = _any(
    rf"\b{_THIS}\b",
    r"\b(?:we|our|us|i|i'm|my)\b",
    r"\b(?:wir|unser\w*|uns|ich|mein\w*)\b",
    r"\b(?:nous|notre|nos|je|mon)\b",
    r"\b(?:nosotr[oa]s|nuestr[oa]s?|soy|mi|\w+[aei]mos)\b",
)
NEGATION: Final = _any(
    r"\b(?:no|not|never|without|nor|cannot|neither)\b|n't\b",
    r"\b(?:kein\w*|nicht|nie|niemals|ohne)\b",
    r"\b(?:pas|jamais|sans|aucun\w*|ne)\b|\bn'",
    r"\b(?:sin|nunca|jamás|ningun\w*|ningún|tampoco)\b",
)

# "Every source of income" is no source of an article.
_OF = (
    r"(?! (?:d'|(?:of|for|from|de|der|des|von|für) )"
    r"(?!(?:this|our|every|each|all|dies|unser|cet|ce |este|esta|nos|nuestr)))"
)
_SURELY = (
    r"(?:always|carefully|meticulously|thoroughly|fully|openly|transparently|clearly|directly|"
    r"rigorously|painstakingly|also|therefore)"
)
_SICHER = r"(?:stets|immer|sorgfältig|akribisch|gewissenhaft|lückenlos|offen|transparent|deshalb)"
_BELEGEN = r"(?:dokumentieren|verlinken|nennen|veröffentlichen|listen|führen|geben|legen)"
_JEDE = r"(?:alle|jede|sämtliche) (?:unserer? |verwendeten |genutzten |die )?(?:quelle|quellen)\b"

SOURCES_PROMISED: Final = _any(
    # We document every source; we link to all our sources.
    rf"\bwe (?:{_SURELY} )?(?:document|cite|link(?: to)?|list|publish|disclose|show|provide|"
    r"share|name|reference|footnote) (?:(?:direct )?links to |(?:a|the) (?:full )?list of )?"
    rf"(?:all|every|each)(?: one)?(?: of)?(?: our| the| its)?(?: primary|"
    rf" original)? sources?\b{_OF}",
    # Every source is documented; all sources used in this article are linked below.
    r"\b(?:all|every|each)(?: of)?(?: our| the)?(?: primary| original)? sources?"
    r"(?: (?:we use|used|cited|behind|in|for|of|this|our|every|each|article|story|analysis|"
    r"report|articles|stories|reporting)){0,5}"
    rf" (?:is|are) (?:{_SURELY} |openly )?(?:documented|linked|cited|listed|disclosed|"
    rf"referenced)\b",
    # Links to all sources are below.
    r"\blinks to (?:all|every|each)(?: of)?(?: our| the)? sources?\b[^.!?]{0,40}"
    r"\b(?:are|is|can be found|appears?)\b",
    rf"\bwir {_BELEGEN} (?:{_SICHER} )?{_JEDE}",
    rf"\b{_BELEGEN} wir (?:{_SICHER} )?{_JEDE}",
    rf"\b{_JEDE}[^.!?]{{0,40}}\b(?:ist|sind|werden|wird) (?:{_SICHER} |unten |am ende ){{0,2}}"
    r"(?:dokumentiert|verlinkt|angegeben|offengelegt|aufgeführt|aufgelistet|genannt)\b",
    r"\bnous (?:documentons|citons|indiquons|publions|mentionnons|fournissons|donnons|"
    r"référençons)(?: toujours| soigneusement| systématiquement| méticuleusement)? "
    r"(?:(?:les|des) liens vers |la liste de )?(?:toutes (?:nos|les|leurs)|chaque|"
    rf"chacune de nos) sources?\b{_OF}",
    r"\btoutes (?:nos|les) sources\b[^.!?]{0,40}\bsont (?:toujours )?(?:documentées|citées|"
    r"indiquées|référencées|publiées|listées)\b",
    r"\b(?:documentamos|citamos|enlazamos|publicamos|indicamos|detallamos)"
    r"(?: siempre| meticulosamente| cuidadosamente)? (?:(?:los )?enlaces a |la lista de )?"
    rf"(?:todas (?:nuestras |las )?fuentes|cada (?:una de (?:nuestras|las) )?fuentes?)\b{_OF}",
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
    rf"{{1,2}}(?:{_THIS}|our (?:articles|reporting|stories))\b|"
    r"(?:all |the |our |these ){1,2}sources\b(?! (?:of|for|in|from)\b))"
)
_ZUGANG = (
    r"(?:freischalt\w+|freizuschalten|einsehen|einzusehen|sehen|abrufen|abzurufen|öffnen|"
    r"zugreifen|zugriff|zugang|anzeigen|anzuzeigen|entsperr\w+|erhalten|lesen)"
)
_QUELLEN = r"quellen(?:liste|links|angaben|verzeichnis|nachweise)?\b(?! der einnahmen)"
SOURCES_WITHHELD: Final = _any(
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
    r"la liste des sources)\b(?! d)",
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

_PICTURE = r"(?:images?|illustrations?|pictures?|photos?|graphics?|artwork|visuals?|cover)"
_BILD = r"(?:bild(?:er)?|illustration(?:en)?|grafik(?:en)?|foto(?:s)?|titelbild|symbolbild)"
_VISUEL = r"(?:images?|illustrations?|photos?|visuels?)"
_IMAGEN = r"(?:imagen|imágenes|ilustraci(?:ón|ones)|fotos?|fotografías?)"
AI_IMAGE: Final = _any(
    rf"\b{_AI}[- ](?:generated|made|created|produced) {_PICTURE}\b",
    rf"\b{_PICTURE}\b[^.!?]{{0,50}}\b(?:generated|created|made|produced|rendered) (?:by|with|"
    rf"using) "
    rf"(?:an? |the help of )?(?:{_AI_NAMED}|generative {_AI}|{_PAINTERS})",
    rf"\b(?:{_PICTURE}|art|credit)(?: credit| source| by)?\s*[:/|]\s*[^.!?\n]{{0,40}}?"
    rf"(?:\b{_PAINTERS}|\b{_AI}(?:[- ]generated)?$|\b{_AI}[- ]generated)",
    rf"\b{_AI}[- ](?:generiert\w*|erzeugt\w*|erstellt\w*) {_BILD}\b|\b(?-i:KI)-{_BILD}\b",
    rf"\b{_BILD}\b[^.!?]{{0,50}}\b(?:mit|von|durch) (?:hilfe (?:von |einer )?|einer )?"
    rf"(?:{_AI_NAMED}|{_PAINTERS})[^.!?]{{0,20}}(?:generiert|erzeugt|erstellt)",
    rf"\b{_BILD}\s*[:(/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:KI)\b|{_PAINTERS})",
    rf"\b{_VISUEL}\b[^.!?]{{0,20}}\b(?:générée?s?|créée?s?|réalisée?s?|produite?s?) (?:par|"
    rf"avec|à l'aide d[e'])"
    rf" ?(?:une |l'|de l'|d'une |l’)?(?:{_AI_NAMED}|{_PAINTERS})",
    rf"\b{_VISUEL}\s*[:/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:IA)\b|{_PAINTERS})",
    rf"\b{_IMAGEN}\b[^.!?]{{0,20}}\b(?:generad|cread|hech|elaborad)[ao]s? (?:por|con|mediante) "
    rf"(?:la |una )?(?:{_AI_NAMED}|{_PAINTERS})",
    rf"\b{_IMAGEN}\s*[:/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:IA)\b|{_PAINTERS})",
)

_TEXT = r"(?:article|story|analysis|report|text|content|post|summary|coverage|journalism)"
AI_AUTHORSHIP: Final = _any(
    rf"\b{_AI}[- ](?:powered|generated|driven|assisted|written) (?:journalist|reporter|writer|"
    r"author|newsroom|correspondent|article|content|analysis|text|story|stories|journalism)\b",
    rf"\b{_TEXT}s?\b[^.!?]{{0,60}}\b(?:generated|written|produced|created|drafted|prepared|"
    rf"assisted)"
    rf"\b[^.!?]{{0,20}}\b(?:by|with|using)\b[^.!?]{{0,40}}(?:\b{_AI_NAMED}|\b{_WRITERS}\b)",
    rf"\b{_AI} (?:personas?|agents?|journalists?|writers?|reporters?)\b[^.!?]{{0,60}}"
    r"\b(?:bring|brought|writes?|wrote|produced?|creates?|created|monitor\w*|generate\w*|"
    r"prepare\w*)\b",
    rf"\b{_AI}[- ](?:journalist\w*|autor\w*|reporter\w*|redakteur\w*|redaktion)\b",
    r"\b(?:artikel|text|beitrag|analyse|bericht)\b[^.!?]{0,60}\b(?:mit|von|durch)\b[^.!?]{0,40}"
    rf"(?:\b{_AI_NAMED}|\b{_WRITERS}\b)[^.!?]{{0,40}}\b(?:generiert|erzeugt|erstellt|verfasst|"
    rf"geschrieben)",
    r"\b(?:article|texte|analyse|contenu|reportage)s?\b[^.!?]{0,40}\b(?:générée?s?|rédigée?s?|"
    r"écrite?s?|"
    r"produite?s?)\b[^.!?]{0,20}\b(?:par|avec|à l'aide)\b[^.!?]{0,30}"
    rf"(?:\b{_AI_NAMED}|\b{_WRITERS}\b|modèle de langage)",
    r"\bjournaliste (?:propulsée?|générée?) par (?:l')?(?-i:IA)\b",
    r"\b(?:artículo|texto|análisis|contenido|reportaje|nota|"
    r"noticia)s?\b[^.!?]{0,40}\b(?:generad|escrit|"
    r"redactad|producid|elaborad|cread)[ao]s?\b[^.!?]{0,20}\b(?:por|con|mediante)\b[^.!?]{0,30}"
    rf"(?:\b{_AI_NAMED}|\b{_WRITERS}\b|modelo de lenguaje)",
    r"\bperiodista (?:impulsad[oa]|generad[oa]) por (?:la )?(?-i:IA)\b",
)
AI_BYLINE: Final = re.compile(
    r"(?i:by|von|par|por|author|autor|auteur)[: ]+(?:(?:our|the|la|die|der) )?"
    r"(?:ChatGPT|GPT-?[345]\S*|OpenAI|AI|KI|IA)(?:[- ](?:[Ww]riter|[Ss]taff|[Nn]ewsroom|[Bb]ot|"
    r"[Jj]ournalist|[Rr]eporter|[Rr]edaktion|[Aa]utor|[Dd]esk|[Aa]ssistant))?\.?"
)
# What a text generator says of itself, left at the head of a sentence; and its own markup.
TOOL_MARK: Final = re.compile(
    r"(?i:(?:(?:i'm |i am )?sorry, (?:but )?|"
    r"i apologi[sz]e, (?:but )?)?as an ai language model,? "
    r"(?:i\b|developed|trained)"
    r"|as of my (?:last )?(?:knowledge|training) (?:cutoff|update)\b"
    r"|(?:certainly|sure|of course|absolutely)[!,.] here(?:'s| is) (?:an?|the|your) (?:\w+ ){0,4}"
    r"(?:article|story|draft|version|report|summary|headline)\b"
    r"|als (?:ein )?(?:ki-|großes )?sprachmodell (?:kann|habe|bin|verfüge) ich\b"
    r"|en tant que modèle de langage\b[^.!?]{0,40}\b(?:je\b|j')"
    r"|como modelo de lenguaje\b[^.!?]{0,40}\b(?:no (?:puedo|tengo)|puedo|yo)\b)"
)
TOOL_MARKUP: Final = re.compile(
    r"contentReference\[oaicite:\d+\]|:oaicite:|【\d{1,3}[:†][^】]{0,40}】"
)

# Names that only a generator of text bears; a person may be called Claude or Jasper.
GENERATORS: Final = _any(
    r"\b(?:chat ?gpt|openai|gpt-?[345]|jasper(?:\.ai| ai)|claude ai|anthropic|copy\.ai|"
    r"writesonic|"
    r"koala(?:writer| ai)|article forge|autoblogging\.ai|wordai|rytr|byword\.ai|zimmwriter|"
    r"seowriting\.ai|contentbot)\b"
)
AI_AUTHOR: Final = re.compile(
    r"\s*(?:(?i:by|von|par|por) )?(?:(?i:chat ?gpt|openai(?: chatgpt)?|gpt-?[345]\S*|"
    r"claude ai)|AI|KI|IA"
    r"|(?:AI|KI|IA)[- ](?i:writer|staff|bot|assistant|newsroom|journalist|reporter|redaktion|"
    r"autor))\s*"
)

_REVIEWER = (
    r"(?:(?:human |senior )?(?:editors?|journalists?|fact-?checkers?|reviewers?)|humans?|"
    r"editorial (?:team|staff)|newsroom)"
)
_REVIEW = (
    r"(?:come in|comes in|step in|steps in|intervene\w*|review\w*|check\w*|fact-check\w*|"
    r"verif\w+|"
    r"oversee\w*|approve\w*|proofread\w*|edited|edits?)"
)
_MENSCHEN = r"(?:redakteur\w*|redaktion|journalist\w*|menschen|faktenprüfer\w*)"
_PRUEFEN = r"(?:greifen|greift|prüf\w+|geprüft|überprüf\w+|kontrollier\w+|redigier\w+|gegengelesen)"
_HUMAINS = r"(?:rédacteurs?|rédaction|journalistes|éditeurs|humains)"
_RELIRE = r"(?:interviennent|intervient|relisent|relit|vérifi\w+|relus?|relue?s?|contrôl\w+)"
_HUMANOS = r"(?:editores|redactores|periodistas|redacción|verificadores)"
_REVISAR = r"(?:intervienen|interviene|revisan|revisa|verifican|verifica|supervisan|comprueban)"
REVIEW_CLAIM: Final = _any(
    rf"\b{_REVIEWER}\b[^.!?]{{0,60}}\b{_REVIEW}\b",
    rf"\b{_REVIEW}\b[^.!?]{{0,40}}\bby (?:our |a |an )?{_REVIEWER}\b",
    rf"\b{_MENSCHEN}\b[^.!?]{{0,60}}\b{_PRUEFEN}\b|\b{_PRUEFEN}\b[^.!?]{{0,60}}\b{_MENSCHEN}\b",
    rf"\b{_HUMAINS}\b[^.!?]{{0,60}}\b{_RELIRE}\b|"
    rf"\b{_RELIRE}\b[^.!?]{{0,40}}\bpar \w+ {_HUMAINS}\b",
    rf"\b{_HUMANOS}\b[^.!?]{{0,60}}\b{_REVISAR}\b|\b{_REVISAR}\b[^.!?]{{0,40}}\b{_HUMANOS}\b",
)
HEDGE: Final = _any(
    r"\b(?:where|when|if|as|wherever|whenever) (?:needed|necessary|required|appropriate)\b",
    r"\b(?:may|might|sometimes|occasionally|periodically|regularly|selected|spot[- ]checks?|"
    r"in some cases|from time to time)\b",
    r"\b(?:wo|wenn|falls|sofern)(?: es)? (?:nötig|notwendig|erforderlich)\b|\bbei bedarf\b|"
    r"\b(?:gegebenenfalls|stichproben\w*|gelegentlich|regelmäßig|manchmal)\b",
    r"\b(?:si|lorsque|quand) (?:c'est |cela est )?nécessaire\b|\bau besoin\b|"
    r"\b(?:parfois|régulièrement|ponctuellement|le cas échéant)\b",
    r"\b(?:cuando|si|donde) (?:es|sea|fuera) (?:necesario|preciso)\b|\bsi es necesario\b|"
    r"\b(?:a veces|ocasionalmente|periódicamente|en algunos casos)\b",
)
# What is reviewed, where a claim without the word "human" must be about the news itself.
NEWS_ITSELF: Final = _any(
    r"\b(?:articles|stories|reports|analyses|coverage|reporting|artikel|texte|beiträge|berichte|"
    r"artículos|textos|noticias|reportajes)\b"
)
MADE_BY_MACHINE: Final = _any(
    rf"\b{_AI_NAMED}",
    r"\bhuman\b|\bhumans\b|\bmenschlich\w*|\bmenschen\b|\bhumains?\b|\bhumanos?\b",
    r"\b(?:automated|automatically|automatisch|automatisiert\w*|automatiquement|"
    r"automáticamente)\b",
)
REVIEW_STATED: Final = _any(
    rf"\b{_THIS}\b[^.!?]{{0,60}}\b(?:reviewed|edited|checked|fact-checked|verified|approved|"
    rf"proofread)\b",
    r"\b(?:every|each|all)(?: of)?(?: our| the)? (?:articles?|story|stories|reports?|pieces?|"
    r"analyses)\b"
    r"[^.!?]{0,50}\b(?:reviewed|edited|checked|fact-checked|verified|approved|proofread)\b",
    r"\b(?:reviews?|checks?|edits?|verif(?:y|ies)|approves?) (?:every|each|all) (?:of our )?"
    r"(?:articles?|story|stories|reports?|pieces?)\b",
    rf"\b{_THIS}\b[^.!?]{{0,60}}\b(?:geprüft|überprüft|redigiert|gegengelesen|kontrolliert)\b",
    r"\b(?:jede[rnms]?|alle) (?:unserer? )?(?:artikel|text|texte|beitrag|beiträge|"
    r"berichte?)\b[^.!?]{0,60}"
    r"\b(?:geprüft|überprüft|redigiert|gegengelesen|kontrolliert)\b",
    rf"\b{_THIS}\b[^.!?]{{0,50}}\b(?:relue?s?|vérifiée?s?|éditée?s?|contrôlée?s?|validée?s?)\b",
    r"\b(?:chaque article|tous (?:nos|les) articles)\b[^.!?]{0,50}\b(?:relus?|vérifiés?|"
    r"édités?|validés?)\b",
    rf"\b{_THIS}\b[^.!?]{{0,50}}\b(?:revisad|editad|verificad|comprobad)[ao]s?\b",
    r"\b(?:cada artículo|todos (?:nuestros|los) artículos)\b[^.!?]{0,50}\b(?:revisad|editad|"
    r"verificad)os?\b",
    r"^(?:reviewed|fact-checked|edited) by [A-Z]",
)
