"""Drafts that are being written in: checked again at each change, for a terminal or an editor."""
