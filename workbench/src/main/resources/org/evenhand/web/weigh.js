// Sliders that write statements about weights into the form's own text, which is what the address holds. Nothing is stated at
// first: no weights are the rule.
const area = document.querySelector('textarea[name="prefer"]');
if (area) {
  const names = ['leverage', 'vulnerable', 'security', 'narcotics', 'democracy', 'trade', 'migration'];
  const box = document.createElement('fieldset');
  box.className = 'sliders';
  const legend = document.createElement('legend');
  legend.textContent = document.documentElement.lang === 'es'
    ? 'Peso mínimo de cada criterio (0: nada dicho)'
    : 'Least weight of each criterion (0: nothing said)';
  box.append(legend);
  const stated = new Map();
  for (const line of area.value.split('\n')) {
    const found = /^\s*(\w+) at least ([\d.]+)\s*$/.exec(line);
    if (found && names.includes(found[1])) stated.set(found[1], Number(found[2]));
  }
  for (const name of names) {
    const label = document.createElement('label');
    const range = document.createElement('input');
    const shown = document.createElement('output');
    Object.assign(range, { type: 'range', min: '0', max: '0.5', step: '0.05', value: String(stated.get(name) ?? 0) });
    shown.textContent = range.value;
    label.append(name, range, shown);
    box.append(label);
    range.addEventListener('input', () => {
      shown.textContent = range.value;
      const others = area.value.split('\n').filter((l) => l.trim() !== '' && !new RegExp('^\\s*' + name + ' at least ').test(l));
      if (Number(range.value) > 0) others.push(name + ' at least ' + range.value);
      area.value = others.join('\n');
    });
  }
  area.closest('p').after(box);
}
