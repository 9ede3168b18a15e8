// Small comforts on every page; everything works without them.

// On a narrow screen the contents of a page stand folded before it.
const contents = document.querySelector('.sheet > nav');
if (contents && matchMedia('(max-width: 69.99rem)').matches) {
  const folded = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = contents.getAttribute('aria-label');
  folded.append(summary, ...contents.childNodes);
  contents.append(folded);
}

// A country typed in the form is sent as soon as it is one of the list.
for (const input of document.querySelectorAll('input[list="countries"]')) {
  const names = new Set([...document.querySelectorAll('#countries option')].map((o) => o.value));
  input.addEventListener('change', () => {
    if (names.has(input.value)) input.form.requestSubmit();
  });
}

// Tables can be sorted by a click on a heading: days by day, numbers by their value whatever interval, unit or mark stands behind
// them, words as words. A cell without a value comes last both ways.
const DAY = /^\d{4}-\d{2}-\d{2}\b/;
const NUMBER = /^[-−]?(∞|\d[\d,]*(\.\d+)?([eE][-+]?\d+)?)(?=$|[\s(%])/;
const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
function valueOf(cell) {
  const text = cell?.textContent.trim() ?? '';
  return { text, missing: text === '' || cell.classList.contains('none') };
}
function comparison(values) {
  const there = values.filter((v) => !v.missing);
  if (there.length > 0 && there.every((v) => !DAY.test(v.text) && NUMBER.test(v.text))) {
    for (const v of there) v.number = Number(NUMBER.exec(v.text)[0].replace(/,/g, '').replace('−', '-').replace('∞', 'Infinity'));
    return (a, b) => a.number - b.number || words.compare(a.text, b.text);
  }
  return (a, b) => words.compare(a.text, b.text);
}
function sort(table, column, button) {
  const body = table.tBodies[0];
  const down = button.parentElement.getAttribute('aria-sort') === 'ascending';
  const rows = [...body.rows].map((row) => ({ row, ...valueOf(row.cells[column]) }));
  const compare = comparison(rows);
  rows.sort((a, b) => a.missing || b.missing ? a.missing - b.missing : down ? compare(b, a) : compare(a, b));
  body.append(...rows.map((r) => r.row));
  for (const th of table.tHead.rows[0].cells) th.removeAttribute('aria-sort');
  button.parentElement.setAttribute('aria-sort', down ? 'descending' : 'ascending');
}
for (const table of document.querySelectorAll('.answer table')) {
  if (!table.tHead || table.tBodies[0].rows.length < 3) continue;
  [...table.tHead.rows[0].cells].forEach((th, column) => {
    if (th.classList.contains('c')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...th.childNodes);
    th.append(button);
    button.addEventListener('click', () => sort(table, column, button));
  });
}
