"""The web app at `/`: pages made here, of what the views of the API do. No script needed. I/O."""

from fastapi import APIRouter

from service.routes.pages import (
    checks,
    deciding,
    erasing,
    files,
    home,
    progress,
    receivers,
    report,
    revising,
    signing,
)

router = APIRouter(include_in_schema=False)
for _part in (
    home,
    signing,
    checks,
    progress,
    report,
    deciding,
    revising,
    files,
    erasing,
    receivers,
):
    router.include_router(_part.router)
