// vitsurvey: what a group of tables shows, as text to take along. Of several tables each is one of its own, or names itself.
"use strict";
(() => {
  const { plain, latexText, latexTable, latexAddress, markdownTable, csvTable, bibtex } = window.vitsurvey;

  /** The shown rows of every table that has some, with the texts of the chosen columns. */
  function sheets(group) {
    return group.taken().map(({ sheet, rows }) => {
      const columns = group.chosen().filter((id) => sheet.columns.has(id)).map((id) => sheet.columns.get(id));
      return { title: sheet.title, columns, rows, lines: rows.map((row) => columns.map((column) => plain(row.cells[column.index]))) };
    });
  }

  const isSeveral = (group) => group.sheets.length > 1;

  function csv(group) {
    const chosen = group.chosen();
    const name = (title) => (isSeveral(group) ? [title] : []);
    const lines = sheets(group).flatMap(({ title, columns, lines: found }) => found.map((line) => [
      ...name(title), ...chosen.map((id) => line[columns.findIndex((column) => column.id === id)] ?? ""),
    ]));
    return csvTable([[...name("Class"), ...chosen.map((id) => group.columns.find((column) => column.id === id).title)], ...lines]);
  }

  function json(group) {
    const found = sheets(group).flatMap(({ title, columns, rows, lines }) => rows.map((row, at) => ({
      id: row.id, key: row.key || undefined, class: title || undefined, ...Object.fromEntries(columns.map((column, index) => [column.id, lines[at][index]])),
    })));
    return `${JSON.stringify(found, null, 2)}\n`;
  }

  function markdown(group) {
    return sheets(group).map(({ title, columns, lines }) => (isSeveral(group) ? `**${title}**\n\n` : "")
      + markdownTable(columns.map((column) => column.title), columns.map((column) => (column.numeric ? "--:" : ":--")), lines)).join("\n");
  }

  function latex(group) {
    return sheets(group).map(({ title, columns, rows, lines }) => {
      const named = Math.max(0, columns.findIndex((column) => column.id === group.named));
      const cited = lines.map((line, at) => line.map((text, index) => latexText(text) + (index === named && rows[at].key ? `~\\cite{${rows[at].key}}` : "")));
      const what = isSeveral(group) ? latexText(title) : `${rows.length} ${group.noun}`;
      return latexTable(`${what}: ${latexAddress()}, records as of ${group.asOf}.`, columns.map((column) => (column.numeric ? "r" : "l")).join(""), columns.map((column) => latexText(column.title)), cited);
    }).join("\n");
  }

  const keys = (group) => group.taken().flatMap(({ rows }) => rows.map((row) => row.key).filter(Boolean));

  window.vitsurvey.FORMATS = {
    CSV: { file: "csv", write: csv },
    JSON: { file: "json", write: json },
    Markdown: { file: "md", write: markdown },
    LaTeX: { file: "tex", write: latex },
    BibTeX: { file: "bib", write: (group) => bibtex(keys(group)) },
  };
})();
