"""The shell: parses input, calls the api, writes output, chooses the exit code."""
