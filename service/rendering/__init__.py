"""Reports in, every form that a person or a machine takes them in out. Pure."""
