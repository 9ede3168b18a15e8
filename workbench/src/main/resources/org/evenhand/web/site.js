// Small comforts on every page; everything works without them.

// A country typed in the form is sent as soon as it is one of the list.
for (const input of document.querySelectorAll('input[list="countries"]')) {
  const names = new Set([...document.querySelectorAll('#countries option')].map((o) => o.value));
  input.addEventListener('change', () => {
    if (names.has(input.value)) input.form.requestSubmit();
  });
}

// Tables can be sorted by a click on a heading.
const number = (text) => Number(text.replace(/[^0-9.eE-]/g, ''));
function sort(table, column, button) {
  const body = table.tBodies[0];
  const down = button.parentElement.getAttribute('aria-sort') === 'ascending';
  const rows = [...body.rows];
  const text = (row) => row.cells[column]?.textContent.trim() ?? '';
  const numeric = rows.every((r) => text(r) === '' || /^[-–]?[\d,. ]+/.test(text(r)));
  rows.sort((a, b) => numeric ? number(text(a)) - number(text(b)) : text(a).localeCompare(text(b)));
  if (down) rows.reverse();
  body.append(...rows);
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
