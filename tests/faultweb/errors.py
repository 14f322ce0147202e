"""Pages that answer 200 and are none: missing, removed, parked, empty, waiting for a script."""

import troubles

from faultweb.fault import Fault, fault, html, page
from service.domain import Access, SignName

A, S = Access, SignName

_TITLES = {
    "en": "Page not found | The Gull",
    "en-word": "Oops! That page can’t be found.",
    "en-number": "Error 404",
    "de": "Seite nicht gefunden - Die Möwe",
    "fr": "Page introuvable – La Mouette",
    "es": "La página que buscas no existe",
    "it": "Pagina non trovata",
    "pl": "Strona nie istnieje",
    "ru": "Страница не найдена",
    "uk": "Сторінку не знайдено",
    "ja": "お探しのページは見つかりませんでした",
    "zh": "页面不存在",
    "ko": "페이지를 찾을 수 없습니다",
    "ar": "الصفحة غير موجودة",
    "he": "הדף לא נמצא",
    "tr": "Aradığınız sayfa bulunamadı",
}
_GONE = {
    "en": "Sorry, the article you are looking for has been removed.",
    "de": "Dieser Artikel ist nicht mehr verfügbar.",
    "fr": "Cet article n’est plus disponible.",
    "ru": "Эта статья была удалена.",
}
OTHERS = "".join(
    f"<li><a href='/{n}'>The council of town number {n} has decided on its harbour today</a></li>"
    for n in range(40)
)

ERRORS: tuple[Fault, ...] = (
    fault("nothing at all", html(""), A.SOFT_404, S.WORDS_SEEN, "0"),
    fault("white space", html(" \n\t "), A.SOFT_404, S.WORDS_SEEN, "0"),
    fault("empty page", troubles.empty_page(), A.SOFT_404, S.WORDS_READ, "0"),
    *(
        fault(f"missing by title, {lang}", page(title, "<p>1 2 3</p>"), A.SOFT_404, S.TITLE)
        for lang, title in _TITLES.items()
    ),
    fault(
        "missing by heading",
        page("The Gull", "<h1>404 Not Found</h1><p>Try the search.</p>"),
        *(A.SOFT_404, S.HEADING, "404 Not Found"),
    ),
    fault(
        "missing, filled up with other stories",
        page("Page not found | The Gull", f"<h1>Page not found</h1><ul>{OTHERS}</ul>"),
        *(A.SOFT_404, S.TITLE, "Page not found"),
    ),
    *(
        fault(f"removed, {lang}", page("The Gull", f"<p>{said}</p>"), A.SOFT_404, S.TEXT, said[:9])
        for lang, said in _GONE.items()
    ),
    fault(
        "name for sale",
        page("gull.test", "<p>This domain is for sale.</p>"),
        *(A.SOFT_404, S.PARKED, "sale"),
    ),
    fault(
        "name parked",
        page("gull.test", "<script src='https://sedoparking.com/x.js'></script>"),
        *(A.SOFT_404, S.PARKED, "Sedo"),
    ),
    fault(
        "script and no text",
        page("The Gull", "<script src='/a.js'></script>"),
        *(A.UNSUPPORTED_TYPE, S.JAVASCRIPT),
    ),
    fault(
        "empty root",
        page(
            "The Gull", "<p>Home Sport Culture About us</p><div id='root'></div><script>1</script>"
        ),
        *(A.UNSUPPORTED_TYPE, S.JAVASCRIPT, "root"),
    ),
    fault(
        "script asked for",
        page("The Gull", "<p>You need to enable JavaScript to run this app.</p><script>1</script>"),
        *(A.UNSUPPORTED_TYPE, S.JAVASCRIPT, "asks"),
    ),
    fault(
        "sent on later",
        page(
            "The Gull",
            "<p>We have moved.</p>",
            head='<meta http-equiv="refresh" content="30; url=/new?t=hunter2">',
        ),
        *(A.UNSUPPORTED_TYPE, S.META_REFRESH, "/new"),
    ),
)
