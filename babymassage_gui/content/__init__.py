"""What the program teaches, as TOML files that a clinician can read, and the loader that validates them."""
