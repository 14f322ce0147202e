"""A scripted web archive on the local web: TimeGate, TimeMap, Wayback availability. I/O."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import parse_qs, urlsplit

from web import Answer, Asked, LocalWeb

HOST = "archive.test"
TIMEGATE = f"http://{HOST}/web/{{url}}"
TIMEMAP = f"http://{HOST}/timemap/link/{{url}}"
WAYBACK = f"http://{HOST}/wayback/available?url={{url}}&timestamp={{timestamp}}"
TOOLBAR = (
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>The archive holds 4,711 captures of this page, "
    "and kindly asks its readers for a gift.</p></div><!-- END WAYBACK TOOLBAR INSERT -->"
)
STORY = "<html lang=en><head><title>Lines</title>{canonical}</head><body>{toolbar}<article><p>{} \
approved twelve new bus lines on Monday. The lines will run from the harbour to the hills every \
ten minutes, the minutes say.</p></article></body></html>"


def story(words: str, canonical: str = "") -> str:
    """Write a page whose text begins with ``words``."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return STORY.format(words, toolbar="", canonical=link)


def moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def http_date(stamp: str) -> str:
    return format_datetime(moment(stamp), usegmt=True)


class LocalArchive:
    """Holds pages by URL and stamp; its raw forms ("id_") have no toolbar."""

    def __init__(self, web: LocalWeb) -> None:
        self.web = web
        self.held: dict[str, dict[str, str | Answer]] = {}

    def hold(self, url: str, captures: Mapping[str, str | Answer]) -> None:
        """Keep what ``url`` showed at each stamp, and answer for it in all three ways."""
        self.held[url] = dict(captures)
        for stamp, capture in captures.items():
            self.web.add(self.at(url, stamp), self._shown(url, stamp, capture, toolbar=TOOLBAR))
            self.web.add(self.at(url, f"{stamp}id_"), self._shown(url, stamp, capture, toolbar=""))
        self.web.add(TIMEGATE.replace("{url}", url), self._timegate(url))
        body = self.timemap(url).encode()
        headers = {"Content-Type": "application/link-format"}
        self.web.add(TIMEMAP.replace("{url}", url), Answer(body, headers=headers))
        self.web.add(f"http://{HOST}/wayback/available", self._available)

    def at(self, url: str, stamp: str) -> str:
        return f"http://{HOST}/web/{stamp}/{url}"

    def timemap(self, url: str) -> str:
        lines = [f'<{url}>; rel="original"', f'<http://{HOST}/web/{url}>; rel="timegate"']
        lines += [self._link(url, stamp) for stamp in sorted(self.held[url])]
        return ",\n".join(lines)

    def read(self) -> list[str]:
        """The stamps of the snapshots that were asked for, in order."""
        parts = [a.path.split("/") for a in self.web.asked if a.host == HOST]
        return [p[2] for p in parts if p[1] == "web" and p[2][:14].isdecimal()]

    def _link(self, url: str, stamp: str, rel: str = "memento") -> str:
        return f'<{self.at(url, stamp)}>; rel="{rel}"; datetime="{http_date(stamp)}"'

    def _shown(self, url: str, stamp: str, capture: str | Answer, *, toolbar: str) -> Answer:
        if isinstance(capture, Answer):
            return capture
        body = capture.replace("<body>", f"<body>{toolbar}").encode()
        links = [f'<{url}>; rel="original"']
        links += [self._link(url, s, "prev memento") for s in sorted(self.held[url]) if s != stamp]
        headers = {"Memento-Datetime": http_date(stamp), "Link": ", ".join(links)}
        return Answer(body, headers=headers)

    def _nearest(self, url: str, near: datetime) -> str:
        return min(self.held[url], key=lambda stamp: abs(moment(stamp) - near))

    def _timegate(self, url: str):
        def negotiate(asked: Asked) -> Answer:
            near = parsedate_to_datetime(asked.headers["accept-datetime"])
            where = self.at(url, self._nearest(url, near))
            return Answer(status=302, headers={"Location": where, "Vary": "accept-datetime"})

        return negotiate

    def _available(self, asked: Asked) -> Answer:
        query = parse_qs(urlsplit(asked.path).query)
        url, stamp = query["url"][0], query["timestamp"][0]
        snapshots = {}
        if url in self.held:
            found = self._nearest(url, moment(stamp))
            where = self.at(url, found)
            snapshots["closest"] = {
                "available": True, "status": "200", "timestamp": found, "url": where,
            }  # fmt: skip
        body = json.dumps({"url": url, "archived_snapshots": snapshots}).encode()
        return Answer(body, headers={"Content-Type": "application/json"})
