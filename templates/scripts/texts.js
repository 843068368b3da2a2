// vitsurvey: rows of cells as text for papers, notes and spreadsheets. The command line writes the same.
"use strict";
(() => {
  const LATEX = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "–": "--" };
  /** Text in which nothing is a LaTeX command. */
  const latexText = (text) => text.replace(/[\\{}&%$#_~^–]/g, (char) => LATEX[char]);

  /** A table environment for a paper that loads booktabs. Cells are LaTeX already. */
  function latexTable(caption, form, head, lines) {
    const row = (cells) => `    ${cells.join(" & ")} \\\\\n`;
    return `\\begin{table}\n  \\centering\n  \\caption{${caption}}\n  \\begin{tabular}{${form}}\n    \\toprule\n`
      + `${row(head)}    \\midrule\n${lines.map(row).join("")}    \\bottomrule\n  \\end{tabular}\n\\end{table}\n`;
  }

  /** This page's address as LaTeX prints it. */
  const latexAddress = () => `\\url{${location.href.replace(/#.*$/, "").replace(/%/g, "\\%")}}`;

  /** A table in Markdown; `aligned` holds the line under the headings. */
  function markdownTable(head, aligned, lines) {
    const row = (cells) => `| ${cells.join(" | ")} |\n`;
    const escaped = (cells) => cells.map((text) => text.replace(/\\/g, "\\\\").replace(/\|/g, "\\|"));
    return row(escaped(head)) + row(aligned) + lines.map((line) => row(escaped(line))).join("");
  }

  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  /** A cell that no spreadsheet takes for a formula; numbers stay numbers. */
  const csvCell = (text) => (/^[=+\-@]/.test(text) && !/^-?[\d.]+$/.test(text) ? quoted(`'${text}`) : quoted(text));
  const csvTable = (lines) => lines.map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";

  Object.assign(window.vitsurvey, { latexText, latexTable, latexAddress, markdownTable, csvTable });
})();
