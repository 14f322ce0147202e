"""openapi.yaml, made from the code: ``python -m service.openapi > openapi.yaml``. I/O: stdout."""

import sys

import yaml

from service.app import create_app
from service.settings import Settings


def openapi_text() -> str:
    """Give the document as it is committed at the top of the repository."""
    app = create_app(Settings(database_url="sqlite://"))
    return yaml.safe_dump(app.openapi(), sort_keys=False, allow_unicode=True, width=100)


if __name__ == "__main__":
    sys.stdout.write(openapi_text())
