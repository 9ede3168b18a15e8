// A specification of the curve is named below the picture when it is pointed at or reached by key.
for (const figure of document.querySelectorAll('figure')) {
  const points = [...figure.querySelectorAll('[data-specification]')];
  if (points.length === 0) continue;
  const line = document.createElement('p');
  line.className = 'pointed';
  line.setAttribute('aria-live', 'polite');
  figure.querySelector('svg').parentElement.after(line);
  for (const point of points) {
    const show = () => { line.textContent = point.querySelector('title')?.textContent ?? ''; };
    point.addEventListener('pointerenter', show);
    point.addEventListener('focus', show);
  }
}
