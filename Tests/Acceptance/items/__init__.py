"""One file per group of acceptance items; each item is a function of the bench and the report."""
