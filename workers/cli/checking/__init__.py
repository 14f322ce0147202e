"""A run of `check`: drafts are found, and each is read, collected and assessed. I/O."""
