"""dfjlint checks whether a plan covers each obligation of the decision it answers."""

__version__ = "0.1.0"
