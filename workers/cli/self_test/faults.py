"""A draft with known faults, and the web that it cites. All of it is made up. Pure."""

import base64
import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

ADDRESS: Final = "https://post.lindhaven.example/2026/ferries"
PUBLISHED: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ARCHIVE: Final = "https://archive.example/web/{timestamp}/{url}"

CHANGED: Final = ("four metres", "three metres")  # what a page has now, and had at the last check

# What is found in the draft where every rule is on.
PLANTED: Final = frozenset(
    {
        *("SP101", "SP102", "SP103", "SP104", "SP105"),
        *("SP201", "SP202", "SP203", "SP204", "SP205", "SP206", "SP207"),
        *("SP301", "SP302", "SP303", "SP304", "SP305", "SP306", "SP307", "SP308"),
        *("SP401", "SP402", "SP403", "SP404", "SP405"),
        *("SP501", "SP502", "SP503", "SP504"),
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host of the made-up web answers."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"content-type": "text/html"})


def _page(title: str, body: str, head: str = "") -> Answer:
    return Answer(
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


_PORT: Final = _page(
    "The port of Lindhaven in 2025",
    """
<p>The port of Lindhaven carried 40,000 passengers in 2025. The new pier was opened on 14 March 2025
by the harbour master, Joan Carver. The council did not approve the plan for a third quay. The
ferries run every hour between the islands and the mainland, in summer as in winter.</p>
<p>“We will not sell the old ferries this year,” Joan Carver said at the opening. “We shall close
the north quay if the storms damage the wall again,” Peter Ashby, the engineer of the port, said.
“The pilots deserve better boats than these,” Mina Okafor of the pilots' union said.</p>
<p>The work on the wall took nine months and was paid for by the province.</p>
""",
)
_UNION: Final = _page(
    "The pilots' union on its boats",
    """
<p>The pilots of the port met in January to speak about their boats, which are older than most of
them. “Nobody asked the pilots before the order was signed,” the union wrote in a statement that
was sent to all its members.</p>
""",
)
_LIGHTS: Final = """
<p>LINDHAVEN (Reuters) - The province will build two lighthouses on the outer islands by 2028, the
ministry for the coast said on Monday. The towers will stand on Gull Island and on the Long Reef,
where three ships ran aground last winter. Each of them will be lit by a lamp that needs no keeper.
The ministry said the work would begin in the spring, after the nesting season of the terns, and
would be done by the engineers of the navy. Fishing crews had asked for the lights for ten years.
</p>
"""
_OLD: Final = _page(
    "The first ferry",
    """
<p>The first ferry of Lindhaven was built in 1911 in the yard of the brothers Holm. It carried
passengers and cattle between the islands for forty years, and it burned wood in place of coal.</p>
""",
)
_PAID: Final = _page(
    "What the ferries cost",
    """
<p>The four ferries cost the province nine million crowns a year, and their crews number sixty.
The oldest of them was repaired twice in the last winter, at the yard on the mainland.</p>
""",
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",'
    ' "headline": "What the ferries cost", "isAccessibleForFree": false}</script>',
)
_LATER: Final = _page(
    "The tide tables of the port",
    "<p>The spring tide reached four metres at the north quay, as the tables of the port say.</p>",
    '<meta property="article:published_time" content="2026-03-20T08:00:00Z">',
)

WEB: Final = {
    "https://port.lindhaven.example/2025": _PORT,
    "https://union.lindhaven.example/boats": _UNION,
    "https://herald.lindhaven.example/lights": _page("Two lights for the coast", _LIGHTS),
    "https://gazette.lindhaven.example/lighthouses": _page("Lighthouses to be built", _LIGHTS),
    "https://gazette.lindhaven.example/cost": _PAID,
    "https://port.lindhaven.example/tides": _LATER,
    "https://council.lindhaven.example/minutes": _UNION,
    "https://wall.lindhaven.example/crews": Answer("<p>Access denied.</p>", 403),
    ADDRESS: _OLD,
}
ARCHIVED: Final = {"https://museum.lindhaven.example/first": _OLD}


def ai_picture() -> str:
    """Give a JPEG without a picture whose metadata say that AI made it, as a data URI."""
    packet = (
        b'http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>'
        b'<rdf:Description Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/'
        b'digitalsourcetype/trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>'
    )
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet + b"\xff\xd9"
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode()


DRAFT: Final = f"""
<h1>Lindhaven and its ferries</h1>
<p>The port of Lindhaven <a href="https://port.lindhaven.example/2025">carried 41,000 passengers in
2025</a>. The new pier <a href="https://port.lindhaven.example/2025">was opened on 16 March 2025 by
the harbour master</a>. The council <a href="https://port.lindhaven.example/2025">approved the plan
for a third quay</a>. The new pier <a href="https://port.lindhaven.example/2025">was opened by the
harbour master, Jane Carver</a>.</p>
<p>The port <a href="https://port.lindhaven.example/2025">has hired thirty divers from abroad to
look for mussels</a>. The work on the wall <a href="https://port.lindhaven.example/2025">took nine
months and ended with a strike of the crane drivers of the mainland</a>.</p>
<p>“We will never sell the old ferries this year,” Joan Carver
<a href="https://port.lindhaven.example/2025">said at the opening</a>.
“We shall close the north quay,” Peter Ashby <a href="https://port.lindhaven.example/2025">said</a>.
“The pilots deserve better boats than these,” Joan Carver
<a href="https://port.lindhaven.example/2025">said at the opening</a>.
“There is no money left for a single lamp on the mole,” Peter Ashby
<a href="https://port.lindhaven.example/2025">said on that day</a>.
“Nobody asked the pilots before the order was signed,” the union
<a href="https://port.lindhaven.example/2025">wrote</a>.</p>
<p>The pilots of the port met in January, <a href="https://union.lindhaven.example/boats">their
union wrote</a>.</p>
<p>The province will build two lighthouses on the outer islands by 2028, as
<a href="https://herald.lindhaven.example/lights">the Herald</a> and
<a href="https://gazette.lindhaven.example/lighthouses">the Gazette</a> reported.</p>
<p>The crews of the ferries <a href="https://wall.lindhaven.example/crews">number sixty</a>.
The four ferries <a href="https://gazette.lindhaven.example/cost">cost the province nine million
crowns a year</a>. The spring tide <a href="https://port.lindhaven.example/tides">reached four
metres at the north quay</a>. The ferry of 1950
<a href="https://gone.lindhaven.example/1950">was sold to a museum</a>. The first ferry <a
href="https://museum.lindhaven.example/first">was built in 1911 in
the yard of the brothers Holm</a>. It burned <a href="{ADDRESS}">wood in place of coal</a>.</p>
<p>The harbour was dredged to nine metres in the summer of 2021. According to a report of the audit
office, the dredging cost four million crowns. A person familiar with the talks said the dredger was
hired without a tender. Experts say that the sand will be back within ten years.</p>
<p>As an AI language model, I cannot verify the depth of the harbour.</p>
<p>We document every source. Where needed, our human editors come in.</p>
<figure><img src="{ai_picture()}" alt=""><figcaption>The harbour at dawn.</figcaption></figure>
<p>Subscribe to unlock the sources of this article.</p>
<div class="members-only"><ul>
<li><a href="https://council.lindhaven.example/minutes">The minutes of the council</a></li>
</ul></div>
"""
