// vitsurvey: what the other scripts share. Loaded first.
"use strict";
window.vitsurvey = (() => {
  /** A new element: attributes (on… are listeners; false and null are left out) and children. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  const LATEX = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "–": "--" };
  /** Text in which nothing is a LaTeX command. */
  const latexText = (text) => text.replace(/[\\{}&%$#_~^–]/g, (char) => LATEX[char]);

  /** A table environment for a paper that loads booktabs. Cells are LaTeX already. */
  function latexTable(caption, form, head, lines) {
    const row = (cells) => `    ${cells.join(" & ")} \\\\\n`;
    return `\\begin{table}\n  \\centering\n  \\caption{${caption}}\n  \\begin{tabular}{${form}}\n    \\toprule\n`
      + `${row(head)}    \\midrule\n${lines.map(row).join("")}    \\bottomrule\n  \\end{tabular}\n\\end{table}\n`;
  }

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

  /** Load a script that hands its data to a function of that name. Scripts, because a page on disk may fetch nothing. */
  const load = (name, source) => new Promise((resolve, reject) => {
    window[name] = resolve;
    document.head.append(make("script", { src: source, onerror: () => reject(new Error(source)) }));
  });

  /** Copy a text and say so on the button that asked for it. */
  async function copy(text, button) {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed here";
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  return { make, latexText, latexTable, markdownTable, csvTable, load, copy };
})();
