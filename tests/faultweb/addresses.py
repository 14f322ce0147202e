"""Addresses that are not opened, or lead nowhere, and robots.txt that forbids."""

import troubles
from web import Answer

from faultweb.fault import CONNECT_TIMEOUT, Fault, fault, html, story
from service.domain import Access, SignName

A, S = Access, SignName

_NOWHERE = (
    ("private address", "http://10.1.2.3/a", A.REFUSED, S.REFUSED_ADDRESS, "10.1.2.3: the address"),
    ("metadata address", "http://169.254.169.254/", A.REFUSED, S.REFUSED_ADDRESS, "169.254"),
    ("mapped address", "http://[::ffff:10.0.0.1]/", A.REFUSED, S.REFUSED_ADDRESS, "private"),
    ("odd port", "http://8.8.8.8:25/", A.REFUSED, S.REFUSED_ADDRESS, "port 25"),
    ("password in it", "http://u:hunter2@news.example/", A.REFUSED, S.REFUSED_URL, "password"),
    ("other scheme", "ftp://news.example/a", A.REFUSED, S.REFUSED_URL, "ftp"),
    ("no URL", "http://[oops", A.DEAD, S.REFUSED_URL, "not a valid URL"),
    ("no host", "http://", A.DEAD, S.REFUSED_URL, "no host"),
    ("unknown host", "http://no-such-host.invalid/", A.DEAD, S.NAME_SERVICE, "no such name"),
    ("closed port", "http://127.0.0.1:1/", A.DEAD, S.CONNECTION, "refused"),
)
_RULES = "User-agent: otherbot\nDisallow: /\n\nUser-agent: *\nAllow: /open\nDisallow: /2024/\n"

ADDRESSES: tuple[Fault, ...] = (
    *(Fault(name, url, access, sign, value) for name, url, access, sign, value in _NOWHERE),
    fault(
        "robots forbids",
        story(),
        *(A.ROBOTS_DISALLOWED, S.ROBOTS_RULE, "Disallow: /2024/"),
        **{"/robots.txt": Answer(_RULES.encode(), headers={"Content-Type": "text/plain"})},
    ),
    fault(
        "robots fails",
        story(),
        *(A.ROBOTS_DISALLOWED, S.ROBOTS_STATUS, "500"),
        **{"/robots.txt": html("", 500)},
    ),
    fault(
        "robots moved",
        story(),
        *(A.ROBOTS_DISALLOWED, S.ROBOTS_RULE, "Disallow: /"),
        **{
            "/robots.txt": troubles.redirect("http://robots-elsewhere.test/rules", 301),
            "http://robots-elsewhere.test/rules": troubles.robots("/"),
        },
    ),
    fault(
        "robots hangs",
        story(),
        *(A.TIMEOUT, S.ROBOTS_SILENCE, f"{CONNECT_TIMEOUT:g}"),
        **{"/robots.txt": troubles.hang},
    ),
)
