// The map answers a pointer: what a country is, below the map; a click leads to its page.
const lang = document.documentElement.lang === 'en' ? '' : '?lang=' + document.documentElement.lang;
for (const figure of document.querySelectorAll('figure')) {
  const shapes = figure.querySelectorAll('[data-code]');
  if (shapes.length === 0) continue;
  const line = document.createElement('p');
  line.className = 'pointed';
  line.setAttribute('aria-live', 'polite');
  figure.querySelector('svg').parentElement.after(line);
  for (const shape of shapes) {
    shape.addEventListener('pointerenter', () => {
      line.textContent = shape.querySelector('title').textContent;
      shape.classList.add('here');
    });
    shape.addEventListener('pointerleave', () => shape.classList.remove('here'));
    shape.addEventListener('click', () => {
      window.location.assign('/country/' + encodeURIComponent(shape.dataset.code) + lang);
    });
  }
}
