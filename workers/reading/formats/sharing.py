"""Takes a URL; tells whether it only offers to share, and so cites nothing. Pure."""

import re

_HOST = r"https?://(?:[\w-]+\.)*"
_SHARE = re.compile(
    _HOST + r"(?:"
    r"(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share|home\?status=)"
    r"|facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))"
    r"|linkedin\.com/(?:sharearticle|sharing/share|cws/share)"
    r"|reddit\.com/(?:submit|\w+/submit)"
    r"|pinterest\.[\w.]{2,6}/pin/create"
    r"|(?:api|web)\.whatsapp\.com/send|wa\.me/\?text="
    r"|(?:t|telegram)\.me/share|vk\.com/share\.php|ok\.ru/dk\?"
    r"|bsky\.app/intent/compose|threads\.(?:net|com)/intent/post|mastodonshare\.com"
    r"|getpocket\.com/(?:save|edit)|instapaper\.com/(?:hello2|edit)|flipboard\.com/bookmarklet"
    r"|news\.ycombinator\.com/submitlink|tumblr\.com/(?:share|widgets/share)"
    r"|xing\.com/(?:spi/shares|app/user\?op=share)|addtoany\.com/share|sharethis\.com/"
    r"|line\.me/(?:r/msg|lineit/share)|plus\.google\.com/share|digg\.com/submit"
    r"|printfriendly\.com/print|mail\.google\.com/mail/\S*\bview=cm"
    r")",
    re.IGNORECASE,
)


def only_shares(url: str) -> bool:
    """Whether ``url`` opens a form for passing something on, of the widely used services."""
    return _SHARE.match(url) is not None
