"""Prints the counts of a JSON report as the outputs of a CI step, one NAME=NUMBER a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

COUNTS = ("covered", "partial", "missing", "contradicted", "undetermined")


def main(path: str) -> None:
    """Add up the documents of a report."""
    documents = json.loads(Path(path).read_text(encoding="utf-8"))["documents"]
    print(f"documents={len({document['path'] for document in documents})}")
    for name in COUNTS:
        print(f"{name}={sum(document['summary'][name] for document in documents)}")
    gaps = [
        result
        for document in documents
        for result in document["obligations"]
        if result["coverage"] != "covered" and result["applicability"] != "not-applicable"
    ]
    for disposition in ("open", "waived", "baselined"):
        print(f"{disposition}={sum(result['disposition'] == disposition for result in gaps)}")


if __name__ == "__main__":
    main(sys.argv[1])
