"""How a publication speaks of itself, as patterns, in en, de, fr and es. Pure data.

Every pattern is tried on one sentence of at most ``LONGEST`` characters, with straight
apostrophes and plain spaces. Gaps are bounded, so the time is too. "AI" and its sisters
count only in capitals: "j'ai" is no machine.
"""

import re
from typing import Final

from workers.language.patterns import LatePattern

LONGEST: Final = 400  # characters of a sentence; longer ones are not a publication's promise

AI: Final = r"(?-i:A\.?I\.?|K\.?I\.?|I\.?A\.?)"
AI_NAMED: Final = (
    rf"(?:{AI}\b|(?:generative |generativer? )?(?:artificial intelligence|"
    rf"künstlicher? intelligenz|"
    r"intelligence artificielle|inteligencia artificial)\b)"
)
THIS: Final = (
    r"(?:this (?:article|story|analysis|report|text|piece|post|page)|"
    r"diese[rnms]? (?:artikels?|textes?|text|beitrags?|analyse|berichts?)|"
    r"cet article|cette analyse|ce (?:texte|reportage)|"
    r"est[ea] (?:artículo|texto|reportaje|análisis|nota|noticia))"
)


def any_of(*patterns: str) -> LatePattern:
    """Compile patterns as alternatives, without regard to case."""
    return LatePattern("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# "This article", by which a paragraph of the news can only mean itself.
THIS_ARTICLE: Final = any_of(rf"\b{THIS}\b")
# The place of a list of sources, seen from the text.
HERE: Final = any_of(
    rf"\b{THIS}\b",
    r"\b(?:listed|linked|found|given|named)? ?(?:below|at the (?:end|bottom|foot))\b",
    r"\bunten\b|\bam (?:ende|schluss)\b|\bci-dessous\b|\ben (?:fin|bas) d",
    r"\babajo\b|\bal final\b|\ba continuación\b",
)
# A heading under which a publication speaks of itself.
OWN_HEADING: Final = any_of(
    r"^(?:about (?:us|this|the (?:author|newsroom|publication))|how (?:this|we)|why (?:you can )?"
    r"trust|(?:source|sourcing|editorial) (?:transparency|standards|policy|process)|"
    r"our (?:sources|process|methods?|methodology|standards|mission|editorial|"
    r"newsroom|journalism|work)|"
    r"transparency|methodology)\b",
    r"^(?:transparenz(?:hinweis)?$|über (?:uns|diesen|den autor|die autorin)\b)",
    r"^(?:so arbeiten wir|wie (?:dieser|wir)\b|unsere (?:quellen|arbeitsweise|standards))",
    r"^(?:à propos|qui sommes-nous|notre (?:méthode|charte|démarche)|nos sources|transparence)\b",
    r"^(?:sobre (?:nosotros|este|el autor|la autora)|quiénes somos|cómo (?:trabajamos|se hizo)|"
    r"nuestr[oa]s? |transparencia)",
)
# The publication's own voice: first person, or this article.
OWN_VOICE: Final = any_of(
    rf"\b{THIS}\b",
    r"\b(?:we|our|us|i|i'm|my)\b",
    r"\b(?:wir|unser\w*|uns|ich|mein\w*)\b",
    r"\b(?:nous|notre|nos|je|mon)\b",
    r"\b(?:nosotr[oa]s|nuestr[oa]s?|soy|mi|\w+[aei]mos)\b",
)
NEGATION: Final = any_of(
    r"\b(?:no|not|never|without|nor|cannot|neither)\b|n't\b",
    r"\b(?:kein\w*|nicht|nie|niemals|ohne)\b",
    r"\b(?:pas|jamais|sans|aucun\w*|ne)\b|\bn'",
    r"\b(?:sin|nunca|jamás|ningun\w*|ningún|tampoco)\b",
)
