"""The kit for people who write rules: cases, pack checks and accuracy against labels."""
