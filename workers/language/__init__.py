"""Text in a language: which language it is, its sentences, its words. Pure."""
