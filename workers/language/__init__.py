"""Text in a language: which language it is, its sentences, its words. Pure."""

from workers.language.detect import begin_loading, detect_language, load_model
from workers.language.sentences import MAX_SENTENCE, split_sentences

__all__ = ["MAX_SENTENCE", "begin_loading", "detect_language", "load_model", "split_sentences"]
