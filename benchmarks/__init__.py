"""Measures how fast dfjlint is, as ratios to what the work costs at least; see docs/performance.md."""
