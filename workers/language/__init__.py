"""Text in a language: which language it is, its sentences, its words. Pure."""

from workers.language.detect import detect_language, load_model
from workers.language.sentences import MAX_SENTENCE, split_sentences

__all__ = ["MAX_SENTENCE", "detect_language", "load_model", "split_sentences"]
