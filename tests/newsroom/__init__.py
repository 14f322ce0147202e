"""A made-up newsroom: stories with their sources, fifty drafts, and the faults planted in them."""
