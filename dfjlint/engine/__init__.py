"""The rules engine: obligation × measure → coverage, element by element, with evidence."""
