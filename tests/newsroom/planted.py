"""What faults need beside a sentence: pages of their own, and markup in the draft. Pure."""

from collections.abc import Mapping
from types import MappingProxyType

from workers.cli.self_test.faults import ai_picture

WIRE = """<p>TARN (Reuters) - The province of Tarn will build two lighthouses on its outer
islands by 2028, the ministry for the coast said. The towers will stand on Gull Island and on the
Long Reef, where three ships ran aground last winter. Each will be lit by a lamp that needs no
keeper. The ministry said that work would begin in the spring, after the nesting season of the
terns, and would be done by engineers of the navy. Fishing crews had asked for the lights for ten
years.</p>"""
RUSSIAN = """<p>Городской совет Городца утвердил бюджет на следующий год. Расходы на дороги
вырастут до девятисот миллионов рублей, сообщила мэрия в понедельник. Депутаты отложили решение о
строительстве нового моста через реку до весны.</p>"""
FERRY_PAGE = """<html lang="en"><head><title>The ferry of 1950</title></head><body><article>
<p>The ferry of 1950 was sold to the museum of Sund for a single crown. It had carried passengers
between the islands for sixty years. The museum shows it in its dry dock, with its engine.</p>
</article></body></html>"""
OWN = "https://desk.example/2025/pool"  # of the draft that cites itself
# A page of a later day than every draft.
LATER = """<html lang="en"><head><title>Trams of Averna</title>
<meta property="article:published_time" content="2025-05-20T08:00:00Z"></head><body><article>
<p>Averna counted 61,000 passengers a day on its trams in 2024. The tramway has four lines, and the
fifth is to be opened in 2027, the city's transport office says.</p></article></body></html>"""
LOST = "http://museum.example/ferry"  # what only an archive has

# Pages that faults cite, beside those of the stories.
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "https://herald.example/lights": f"<article><h1>Two lights</h1>{WIRE}</article>",
        "https://gazette.example/lighthouses": f"<article><h1>To be built</h1>{WIRE}</article>",
        "https://averna.example/trams": LATER,
        OWN: (
            "<html lang='en'><head><title>The pool</title></head><body><article><p>Two hundred "
            "children learned to swim in Harrow last year.</p></article></body></html>"
        ),
        "https://gorodets.example/budget": (
            f'<html lang="ru"><body><article><h1>Бюджет</h1>{RUSSIAN}</article></body></html>'
        ),
    }
)


HIDDEN = (
    '<div class="members-only"><ul><li><a href="https://council.harrow.example/minutes/42">'
    "The minutes of the council</a></li></ul></div>\n"
)

# What a draft has for a fault of these rules: HTML below its text, Markdown in its header.
MARKUP: Mapping[str, str] = MappingProxyType(
    {
        "SP303": HIDDEN,
        "SP306": f"canonical: {OWN}\n",
        "SP501": f"<p>Subscribe to unlock the sources of this article.</p>\n{HIDDEN}",
        "SP502": (
            f'<figure><img src="{ai_picture()}" alt=""><figcaption>The harbour of Lindholm at dawn.'
            "</figcaption></figure>\n"
        ),
    }
)
IN_MARKUP = frozenset({"SP303", "SP502"})  # these have no sentence of their own
