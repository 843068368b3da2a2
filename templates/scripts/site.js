// vitsurvey: small enhancements. Every page is whole without them.

/** Let a reader sort a table by its column headings. Rows without a value stay last in either direction. */
function makeSortable(table) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const original = [...body.rows];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[heading.ariaSort ?? "none"];
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      if (next !== "none") heading.setAttribute("aria-sort", next);
      body.append(...(next === "none" ? original : sorted(original, column, next === "descending")));
    });
  });
}

function sorted(rows, column, descending) {
  const numeric = rows.some((row) => row.cells[column].dataset.order !== undefined);
  const keyed = rows.map((row) => {
    const cell = row.cells[column];
    const absent = cell.querySelector(".vs-absent") || cell.textContent.trim() === "";
    return { row, key: absent ? null : numeric ? Number(cell.dataset.order) : cell.textContent.trim().toLowerCase() };
  });
  const order = numeric ? (a, b) => a - b : new Intl.Collator("en", { numeric: true }).compare;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    return descending ? order(b.key, a.key) : order(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

/** Put a copy button on a block of text. */
function makeCopyable(block) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vs-copy";
  button.textContent = "Copy";
  button.addEventListener("click", () => window.vitsurvey.copy(block.querySelector("code").textContent, button));
  block.append(button);
}

for (const table of document.querySelectorAll("table[data-sortable]")) if (table.tBodies.length === 1) makeSortable(table);
for (const block of document.querySelectorAll(".vs-code")) makeCopyable(block);
