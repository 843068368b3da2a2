r"""An index table as LaTeX (booktabs, a \cite in each row) or Markdown. The site's own buttons write the same text."""

from vitsurvey.views.table import MISSING, Cell, Table

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "–": "--",
})
"""What LaTeX reads as a command, as text."""


def cell_text(cell: Cell) -> str:
    """A cell as a reader sees it: its parts, or the sign of a missing value."""
    return ", ".join(part.text for part in cell.parts) or MISSING.get(cell.missing, "")


def latex_table(table: Table, caption: str) -> str:
    """Return a table environment for a paper that loads booktabs; each row cites the paper behind it."""
    rows = []
    for row in table.rows:
        texts = [cell_text(cell).translate(_LATEX) for cell in row.cells]
        texts[0] += f"~\\cite{{{row.key}}}" if row.key else ""
        rows.append(_latex_line(texts))
    form = "".join("r" if column.numeric else "l" for column in table.columns)
    return "".join((
        f"\\begin{{table}}\n  \\centering\n  \\caption{{{caption.translate(_LATEX)}}}\n  \\begin{{tabular}}{{{form}}}\n    \\toprule\n",
        _latex_line([column.title.translate(_LATEX) for column in table.columns]), "    \\midrule\n", *rows,
        "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n",
    ))


def markdown_table(table: Table) -> str:
    """Return a table in the Markdown that code hosts read."""
    lines = [
        [column.title for column in table.columns],
        ["--:" if column.numeric else ":--" for column in table.columns],
        *([cell_text(cell) for cell in row.cells] for row in table.rows),
    ]
    escaped = [[text.replace("\\", "\\\\").replace("|", "\\|") for text in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in escaped)


def _latex_line(texts: list[str]) -> str:
    return f"    {' & '.join(texts)} \\\\\n"
