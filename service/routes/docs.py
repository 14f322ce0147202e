"""The API's documentation as a page: Swagger UI from this machine, no outside host. I/O."""

from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from service.routes.headers import DOCS_PAGE

ASSETS = Path(fastapi_offline.__file__).parent / "static"

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sourceproof API</title>
<link rel="stylesheet" href="docs/assets/swagger-ui.css">
<link rel="icon" href="static/icon.svg" type="image/svg+xml">
</head>
<body>
<div id="docs"></div>
<noscript>This page needs JavaScript; the same is in <a href="openapi.json">openapi.json</a>.
</noscript>
<script src="docs/assets/swagger-ui-bundle.js"></script>
<script src="static/docs.js"></script>
</body>
</html>
"""

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def docs() -> HTMLResponse:
    """Give the page; its script loads openapi.json from beside it."""
    return HTMLResponse(_PAGE, headers={"content-security-policy": DOCS_PAGE})


def mount_assets(app: FastAPI) -> None:
    """Serve Swagger UI's own files, as fastapi-offline packs them."""
    app.mount("/docs/assets", StaticFiles(directory=ASSETS), name="docs-assets")
