"""Frozen values that cross the stages; standard library only."""
