"""``python -m workers.cli`` is ``sourceproof``."""

from workers.cli import main

main()
