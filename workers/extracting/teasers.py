"""The body of an article in, the same without lines that lead elsewhere out. Pure.

Publishers set links to other stories, offers of newsletters and labels between the
paragraphs of a text. A headline of another story is no word of this one.
"""

import re

LONGEST = 250  # code points; a longer line says something of its own

_LEADS = """
read more|read also|read next|also read|see also|watch|related|more on this|click here
lea también|lea más|lea|lee también|lee más|le puede interesar|te puede interesar|puedes ver
podría interesarte|vea también|ver también|mira también|mira|mire|además
leia também|leia mais|veja também|saiba mais|à lire aussi|a lire aussi|lire aussi|voir aussi
à lire également|lesen sie auch|lesen sie hier|lesen sie mehr|lies auch|auch lesen|lesetipp
mehr dazu|mehr zum thema|siehe auch|auch interessant|zum weiterlesen
czytaj też|czytaj także|czytaj również|czytaj więcej|zobacz też|zobacz także|zobacz również
przeczytaj także|przeczytaj też|dowiedz się więcej|leggi anche|vedi anche|lees ook|lees meer
läs också|les også|læs også|lue myös|číst také|čtěte také|citește și
читайте также|читайте також|смотрите также|см\\. также|ayrıca oku|اقرأ أيضا|続きを読む|관련기사
"""
_LABELS = """
related(?: (?:articles|stories|posts|content|news|topics))?|more stories|most read|read more
you (?:may|might) also like|recommended(?: (?:for you|stories|reading))?|advertisement|share this
share|tags?|topics?|categories|leave a (?:comment|reply)|comments?|view comments
notas? relacionadas?|contenido relacionado|artículos relacionados|noticias relacionadas|temas
etiquetas|publicidad|compartir|comentarios|conteúdo relacionado|leia também|publicidade
articles? (?:similaires|liés)|sur le même (?:sujet|thème)|publicité|commentaires|partager
ähnliche (?:beiträge|artikel|themen)|weitere (?:artikel|beiträge|themen|informationen|meldungen)
(?:weitere|mehr) (?:artikel|beiträge|themen|meldungen)? ?(?:zum|zu diesem) thema|mehr themen
empfohlene (?:beiträge|artikel)|kommentierte artikel|auch interessant|das könnte (?:sie|dich) auch
interessieren|kommentar verfassen|kommentare|teilen(?: sie dies)?(?: mit)?|gefällt mir|kategorien
schlagwörter|anzeige|werbung|merken|lesen sie auch die folgenden beiträge
powiązane (?:artykuły|tematy)|reklama|komentarze|articoli correlati|condividi|pubblicità
gerelateerde artikelen|advertentie|похожие (?:статьи|материалы)|реклама|комментарии
"""


def _choice(names: str) -> str:
    return "|".join(line for line in names.strip().split("\n"))


# A lead must be set off, or be all of the line: "Lea: …" leads on, "Lea said …" is a person.
_LEAD = re.compile(rf"[\W_]*(?:{_choice(_LEADS)})\s*(?:[:»>|–—-]|\.{{3}}|…|$)", re.IGNORECASE)
_LABEL = re.compile(rf"[\W_]*(?:{_choice(_LABELS)})[\W_]*", re.IGNORECASE)
_OFFER = re.compile(
    r"(?=.*(?:newsletter|boletín|e-?mail|inbox|posteingang|telegram|whatsapp))"
    r".*(?:sign(?:ing)? up|subscrib|abonnier|anmeld|suscr[ií]b|inscr[ií]|abonne[zr]|zapisz|iscriv|"
    r"únete|never miss)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b).*(?:rights reserved|rechte vorbehalten|derechos reservados"
    r"|direitos reservados|droits réservés|diritti riservati)",
    re.IGNORECASE,
)


def without_teasers(text: str) -> str:
    """Leave out the lines that lead to other stories or offers, and bare labels."""
    return "\n".join(line for line in text.split("\n") if not is_teaser(line))


def is_teaser(line: str) -> bool:
    """Whether a line leads elsewhere instead of saying something."""
    if len(line) > LONGEST:
        return False
    return bool(
        _LEAD.match(line) or _LABEL.fullmatch(line) or _OFFER.match(line) or _RIGHTS.match(line)
    )
