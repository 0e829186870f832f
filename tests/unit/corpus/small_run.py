"""A run with hand-made results: three obligations, plans of two issuers, one document that failed, one to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from dfjlint.corpus.documents import Document
from dfjlint.corpus.rows import ElementRow, GapRow, NearestRow, Row, dump_message, failed_row
from dfjlint.corpus.run import ACCOUNT, SCHEMA, Account, ObligationHead
from dfjlint.corpus.shards import DOCUMENTS, write_documents, write_shard, write_whole
from dfjlint.model.report import Message

HEADS = (
    ObligationHead("A-1", "一", "完善政務內網"),
    ObligationHead("A-2", "一", "推進物聯網布局"),
    ObligationHead("B-1", "二(一)", "保障網絡安全"),
)


def row(document: Document, obligation: str, coverage: str) -> Row:
    """The row of a verdict, with a gap and words unless it is covered."""
    covered = coverage == "covered"
    return Row(
        key=document.key,
        document=document.name,
        sha256="0" * 64,
        failure="",
        failure_message="",
        characters=100,
        script="zh-Hans",
        title="某市2025年方案",
        issuer="read from the plan",
        obligation=obligation,
        applicability="applicable",
        coverage=coverage,
        disposition="open",
        gaps=() if covered else (GapRow("G01", dump_message(Message("gap-no-measure")), "", ""),),
        elements=(ElementRow("要素", "addressed" if covered else "missing", "已有的话" if covered else "", "一"),),
        nearest=() if covered else (NearestRow("最近的话", "三、（二）", dump_message(Message("issuer-unknown"))),),
    )


def verdicts(document: Document, *coverages: str) -> list[Row]:
    """Rows for the obligations in order."""
    return [row(document, head.id, coverage) for head, coverage in zip(HEADS, coverages, strict=True)]


def write_run(folder: Path, documents: Sequence[Document], shards: Mapping[str, Sequence[Row]]) -> None:
    """A folder as `corpus run` leaves it."""
    account = Account(SCHEMA, "0.1.0", "small", "1", "f" * 64, "某決定", "shards/x", len(documents), HEADS)
    write_whole(folder / ACCOUNT, json.dumps(asdict(account)).encode())
    write_documents(folder / DOCUMENTS, documents)
    for name, rows in shards.items():
        write_shard(folder / "shards" / "x" / f"{name}.parquet", rows)


def small_run(folder: Path) -> None:
    """Three plans with a verdict, one that failed, one that is still to do, one that left the manifest."""
    one = Document("one.docx", "/p/one.docx", "甲市人民政府", "2024", "<b>甲</b>市方案")
    two = Document("two.docx", "/p/two.docx", "甲市人民政府", "2026")
    three = Document("three.docx", "/p/three.docx", title="=cmd()")
    failed, waiting, gone = (Document(f"{name}.docx", f"/p/{name}.docx") for name in ("failed", "waiting", "gone"))
    aside = replace(row(three, "B-1", "missing"), applicability="not-applicable")
    write_run(
        folder,
        (one, two, three, failed, waiting),
        {
            "a": [*verdicts(one, "covered", "missing", "missing"), failed_row(failed, "died", Message("check-died"))],
            "b": [
                *verdicts(two, "covered", "partial", "contradicted"),
                *verdicts(gone, "covered", "covered", "covered"),
            ],
            "c": [*verdicts(three, "covered", "missing", "missing")[:2], aside],
        },
    )
