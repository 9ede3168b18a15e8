// A specification of the curve is named below the picture when it is pointed at. By keyboard, a slider goes through them
// in the order of their effects: one stop instead of a thousand.
for (const svg of document.querySelectorAll('figure svg')) {
  const points = [...svg.querySelectorAll('[data-specification]')];
  if (points.length === 0) continue;
  const words = points.map((p) => p.querySelector('title').textContent);
  const where = points.map((p) => p.querySelector('circle').getAttribute('cx'));
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  mark.setAttribute('class', 'here');
  mark.setAttribute('y1', '30');
  mark.setAttribute('y2', String(svg.viewBox.baseVal.height));
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '1';
  slider.max = String(points.length);
  slider.value = '1';
  slider.className = 'through';
  slider.setAttribute('aria-label', svg.querySelector('title').textContent);
  const line = document.createElement('p');
  line.className = 'pointed';
  // What scrolls the picture, on a narrow screen; slider and words stay in sight below it.
  const seen = svg.closest('.scroll');
  seen.after(slider, line);
  const show = (i) => {
    if (!mark.isConnected) svg.append(mark);
    mark.setAttribute('x1', where[i]);
    mark.setAttribute('x2', where[i]);
    slider.value = String(i + 1);
    slider.setAttribute('aria-valuetext', words[i]);
    line.textContent = words[i];
  };
  slider.setAttribute('aria-valuetext', words[0]);
  // On a narrow screen the picture is wider than what is seen of it.
  const pick = () => {
    const i = Number(slider.value) - 1;
    show(i);
    seen.scrollLeft = (where[i] / svg.viewBox.baseVal.width) * seen.scrollWidth - seen.clientWidth / 2;
  };
  slider.addEventListener('input', pick);
  slider.addEventListener('focus', pick);
  // Points stand closer than a pointer can tell, so the nearest one across counts, anywhere in the picture.
  svg.addEventListener('pointermove', (event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    let nearest = 0;
    for (let i = 1; i < where.length; i++) {
      if (Math.abs(where[i] - x) < Math.abs(where[nearest] - x)) nearest = i;
    }
    show(nearest);
  });
}
