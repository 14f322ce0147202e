"""Markup in, the sign of a page that a dealer shows under names nobody uses out. Pure."""

import re

from service.domain import Sign, SignName, sign

_MOST = 60_000  # bytes looked at: such a page is short
_DEALERS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("Sedo", re.compile(rb"sedoparking\.com|sedo\.com/search/details")),
    ("ParkingCrew", re.compile(rb"parkingcrew\.net|d38psrni17bvxu\.cloudfront\.net")),
    ("Bodis", re.compile(rb"bodis\.com|bodiscdn\.com")),
    ("Afternic", re.compile(rb"afternic\.com/forsale|img1\.wsimg\.com/parking-lander")),
    ("Dan.com", re.compile(rb"dan\.com/buy-domain|cdn[\w-]*\.dan\.com")),
    ("HugeDomains", re.compile(rb"hugedomains\.com/domain_profile")),
    (
        "words on its sale",
        re.compile(
            rb"(?:this|the) domain(?: name)? (?:[\w.-]{3,80} )?(?:is|may be) (?:now )?for sale"
            rb"|buy this domain|diese domain (?:steht|ist) zu[mr]? verk",
            re.IGNORECASE,
        ),
    ),
)


def parked_sign(source: bytes) -> Sign | None:
    """Return whose page for unused names the markup is."""
    head = source[:_MOST]
    found = next((dealer for dealer, pattern in _DEALERS if pattern.search(head)), None)
    return None if found is None else sign(SignName.PARKED, found)
