"""The flow and the verbs of Sourceproof: read, fetch, extract, assess, deliver."""
