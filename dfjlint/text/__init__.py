"""From source text to one script, one width and the way back."""
