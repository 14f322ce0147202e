"""AI images, AI authorship and review by people, as worded in en, de, fr and es. Pure data."""

from typing import Final

from workers.assessing.own_voice import AI, AI_NAMED, THIS, any_of
from workers.language.patterns import LatePattern

# A sentence without one of these has nothing to match.
STEMS: Final = (
    "AI", "KI", "IA", "A.I", "K.I", "I.A", "intellig", "intelig", "midjourney", "dall",
    "diffusion", "firefly", "ideogram", "image creator", "gpt", "nano banana", "llm",
    "language model",
    "sprachmodell", "modèle de langage", "modelo de lenguaje",
)  # fmt: skip
TOOL_STEMS: Final = (
    "language model", "knowledge", "training", " here", "sprachmodell", "modèle de langage",
    "modelo de lenguaje", "oaicite", "【",
)  # fmt: skip
REVIEW_STEMS: Final = (
    "review", "edit", "check", "verif", "approv", "proofread", "come", "step", "interv", "oversee",
    "prüf", "redigier", "kontrollier", "gegengelesen", "greif", "relu", "relis", "relit",
    "vérif", "édit", "contrôl", "valid", "revis", "comprob", "comprueb", "supervis",
)  # fmt: skip
_PAINTERS = (
    r"(?:midjourney|dall[-·•∙. ]?e\b(?:[ -]?[23])?|stable diffusion|adobe firefly|ideogram|"
    r"bing image creator|gpt-image|gpt-4o|chatgpt|nano banana)"
)
_WRITERS = r"(?:chat ?gpt|gpt-?[345]\w*|(?:large )?language models?|llms?|sprachmodells?)"
_PICTURE = r"(?:images?|illustrations?|pictures?|photos?|graphics?|artwork|visuals?|cover)"
_BILD = r"(?:bild(?:er)?|illustration(?:en)?|grafik(?:en)?|foto(?:s)?|titelbild|symbolbild)"
_VISUEL = r"(?:images?|illustrations?|photos?|visuels?)"
_IMAGEN = r"(?:imagen|imágenes|ilustraci(?:ón|ones)|fotos?|fotografías?)"
AI_IMAGE: Final = any_of(
    rf"\b{AI}[- ](?:generated|made|created|produced) {_PICTURE}\b",
    rf"\b{_PICTURE}\b[^.!?]{{0,50}}\b(?:generated|created|made|produced|rendered) (?:by|with|"
    rf"using) "
    rf"(?:an? |the help of )?(?:{AI_NAMED}|generative {AI}|{_PAINTERS})",
    rf"\b(?:{_PICTURE}|art|credit)(?: credit| source| by)?\s*[:/|]\s*[^.!?\n]{{0,40}}?"
    rf"(?:\b{_PAINTERS}|\b{AI}(?:[- ]generated)?$|\b{AI}[- ]generated)",
    rf"\b{AI}[- ](?:generiert\w*|erzeugt\w*|erstellt\w*) {_BILD}\b|\b(?-i:KI)-{_BILD}\b",
    rf"\b{_BILD}\b[^.!?]{{0,50}}\b(?:mit|von|durch) (?:hilfe (?:von |einer )?|einer )?"
    rf"(?:{AI_NAMED}|{_PAINTERS})[^.!?]{{0,20}}(?:generiert|erzeugt|erstellt)",
    rf"\b{_BILD}\s*[:(/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:KI)\b|{_PAINTERS})",
    rf"\b{_VISUEL}\b[^.!?]{{0,20}}\b(?:générée?s?|créée?s?|réalisée?s?|produite?s?) (?:par|"
    rf"avec|à l'aide d[e'])"
    rf" ?(?:une |l'|de l'|d'une |l’)?(?:{AI_NAMED}|{_PAINTERS})",
    rf"\b{_VISUEL}\s*[:/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:IA)\b|{_PAINTERS})",
    rf"\b{_IMAGEN}\b[^.!?]{{0,20}}\b(?:generad|cread|hech|elaborad)[ao]s? (?:por|con|mediante) "
    rf"(?:la |una )?(?:{AI_NAMED}|{_PAINTERS})",
    rf"\b{_IMAGEN}\s*[:/|]\s*[^.!?\n]{{0,40}}?\b(?:(?-i:IA)\b|{_PAINTERS})",
)

_TEXT = r"(?:article|story|analysis|report|text|content|post|summary|coverage|journalism)"
AI_AUTHORSHIP: Final = any_of(
    rf"\b{AI}[- ](?:powered|generated|driven|assisted|written) (?:journalist|reporter|writer|"
    r"author|newsroom|correspondent|article|content|analysis|text|story|stories|journalism)\b",
    rf"\b{_TEXT}s?\b[^.!?]{{0,60}}\b(?:generated|written|produced|created|drafted|prepared|"
    rf"assisted)"
    rf"\b[^.!?]{{0,20}}\b(?:by|with|using)\b[^.!?]{{0,40}}(?:\b{AI_NAMED}|\b{_WRITERS}\b)",
    rf"\b{AI} (?:personas?|agents?|journalists?|writers?|reporters?)\b[^.!?]{{0,60}}"
    r"\b(?:bring|brought|writes?|wrote|produced?|creates?|created|monitor\w*|generate\w*|"
    r"prepare\w*)\b",
    rf"\b{AI}[- ](?:journalist\w*|autor\w*|reporter\w*|redakteur\w*|redaktion)\b",
    r"\b(?:artikel|text|beitrag|analyse|bericht)\b[^.!?]{0,60}\b(?:mit|von|durch)\b[^.!?]{0,40}"
    rf"(?:\b{AI_NAMED}|\b{_WRITERS}\b)[^.!?]{{0,40}}\b(?:generiert|erzeugt|erstellt|verfasst|"
    rf"geschrieben)",
    r"\b(?:article|texte|analyse|contenu|reportage)s?\b[^.!?]{0,40}\b(?:générée?s?|rédigée?s?|"
    r"écrite?s?|"
    r"produite?s?)\b[^.!?]{0,20}\b(?:par|avec|à l'aide)\b[^.!?]{0,30}"
    rf"(?:\b{AI_NAMED}|\b{_WRITERS}\b|modèle de langage)",
    r"\bjournaliste (?:propulsée?|générée?) par (?:l')?(?-i:IA)\b",
    r"\b(?:artículo|texto|análisis|contenido|reportaje|nota|"
    r"noticia)s?\b[^.!?]{0,40}\b(?:generad|escrit|"
    r"redactad|producid|elaborad|cread)[ao]s?\b[^.!?]{0,20}\b(?:por|con|mediante)\b[^.!?]{0,30}"
    rf"(?:\b{AI_NAMED}|\b{_WRITERS}\b|modelo de lenguaje)",
    r"\bperiodista (?:impulsad[oa]|generad[oa]) por (?:la )?(?-i:IA)\b",
)
AI_BYLINE: Final = LatePattern(
    r"(?i:by|von|par|por|author|autor|auteur)[: ]+(?:(?:our|the|la|die|der) )?"
    r"(?:ChatGPT|GPT-?[345]\S*|OpenAI|AI|KI|IA)(?:[- ](?:[Ww]riter|[Ss]taff|[Nn]ewsroom|[Bb]ot|"
    r"[Jj]ournalist|[Rr]eporter|[Rr]edaktion|[Aa]utor|[Dd]esk|[Aa]ssistant))?\.?"
)
# What a text generator says of itself, left at the head of a sentence; and its own markup.
TOOL_MARK: Final = LatePattern(
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
TOOL_MARKUP: Final = LatePattern(
    r"contentReference\[oaicite:\d+\]|:oaicite:|【\d{1,3}[:†][^】]{0,40}】"
)

# Names that only a generator of text bears; a person may be called Claude or Jasper.
GENERATORS: Final = any_of(
    r"\b(?:chat ?gpt|openai|gpt-?[345]\w*|jasper[. ]ai|claude ai|anthropic|copy\.ai|"
    r"writesonic|"
    r"koala(?:writer| ai)|article forge|autoblogging\.ai|wordai|rytr|byword\.ai|zimmwriter|"
    r"seowriting\.ai|contentbot)\b"
)
AI_AUTHOR: Final = LatePattern(
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
REVIEW_CLAIM: Final = any_of(
    rf"\b{_REVIEWER}\b[^.!?]{{0,60}}\b{_REVIEW}\b",
    rf"\b{_REVIEW}\b[^.!?]{{0,40}}\bby (?:our |a |an )?{_REVIEWER}\b",
    rf"\b{_MENSCHEN}\b[^.!?]{{0,60}}\b{_PRUEFEN}\b|\b{_PRUEFEN}\b[^.!?]{{0,60}}\b{_MENSCHEN}\b",
    rf"\b{_HUMAINS}\b[^.!?]{{0,60}}\b{_RELIRE}\b|"
    rf"\b{_RELIRE}\b[^.!?]{{0,40}}\bpar \w+ {_HUMAINS}\b",
    rf"\b{_HUMANOS}\b[^.!?]{{0,60}}\b{_REVISAR}\b|\b{_REVISAR}\b[^.!?]{{0,40}}\b{_HUMANOS}\b",
)
HEDGE: Final = any_of(
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
NEWS_ITSELF: Final = any_of(
    r"\b(?:articles|stories|reports|analyses|coverage|reporting|artikel|texte|beiträge|berichte|"
    r"artículos|textos|noticias|reportajes)\b"
)
MADE_BY_MACHINE: Final = any_of(
    rf"\b{AI_NAMED}",
    r"\bhuman\b|\bhumans\b|\bmenschlich\w*|\bmenschen\b|\bhumains?\b|\bhumanos?\b",
    r"\b(?:automated|automatically|automatisch|automatisiert\w*|automatiquement|"
    r"automáticamente)\b",
)
REVIEW_STATED: Final = any_of(
    rf"\b{THIS}\b[^.!?]{{0,60}}\b(?:reviewed|edited|checked|fact-checked|verified|approved|"
    rf"proofread)\b",
    r"\b(?:every|each|all)(?: of)?(?: our| the)? (?:articles?|story|stories|reports?|pieces?|"
    r"analyses)\b"
    r"[^.!?]{0,50}\b(?:reviewed|edited|checked|fact-checked|verified|approved|proofread)\b",
    r"\b(?:reviews?|checks?|edits?|verif(?:y|ies)|approves?) (?:every|each|all) (?:of our )?"
    r"(?:articles?|story|stories|reports?|pieces?)\b",
    rf"\b{THIS}\b[^.!?]{{0,60}}\b(?:geprüft|überprüft|redigiert|gegengelesen|kontrolliert)\b",
    r"\b(?:jede[rnms]?|alle) (?:unserer? )?(?:artikel|text|texte|beitrag|beiträge|"
    r"berichte?)\b[^.!?]{0,60}"
    r"\b(?:geprüft|überprüft|redigiert|gegengelesen|kontrolliert)\b",
    rf"\b{THIS}\b[^.!?]{{0,50}}\b(?:relue?s?|vérifiée?s?|éditée?s?|contrôlée?s?|validée?s?)\b",
    r"\b(?:chaque article|tous (?:nos|les) articles)\b[^.!?]{0,50}\b(?:relus?|vérifiés?|"
    r"édités?|validés?)\b",
    rf"\b{THIS}\b[^.!?]{{0,50}}\b(?:revisad|editad|verificad|comprobad)[ao]s?\b",
    r"\b(?:cada artículo|todos (?:nuestros|los) artículos)\b[^.!?]{0,50}\b(?:revisad|editad|"
    r"verificad)os?\b",
    r"^(?:reviewed|fact-checked|edited) by [A-Z]",
)
