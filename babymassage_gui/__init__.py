"""A calm, step-by-step guide to baby massage."""

__version__ = "0.1.0"
