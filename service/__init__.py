"""The nouns, the record and the front door of Sourceproof."""
