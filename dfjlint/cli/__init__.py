"""The shell: parses input, calls the api, writes output, chooses the exit code."""

import gc

# A command is short and most of what it makes lives as long as it does: looking for cycles at every 700 objects,
# as Python does, takes a fifth of its time.
gc.set_threshold(50_000, 20, 50)
