"""The wire models of the API and of report.json, and their translation. Pure."""
