"""The front door: thin views, and what stands between them and the wire. I/O."""
