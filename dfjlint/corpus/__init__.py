"""Very many documents: run over them on one machine or several, kept as Parquet, shown as a portfolio."""
