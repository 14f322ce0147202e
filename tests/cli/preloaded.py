"""What a forked command finds loaded: its modules, and the model of languages."""

import workers.cli.app
import workers.cli.check
import workers.cli.doctor  # noqa: F401  loaded is all that is wanted of them
from workers.language import detect_language

detect_language("The council of Marlow bought nine trams.")
