// The ruling follows the answers: the form is posted as it stands, and the ruling is taken from the page that comes back.
const form = document.getElementById('assess');
const ruling = document.getElementById('ruling');
if (form && ruling) {
  let waiting = 0;
  let running = null;
  const rule = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const reply = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: running.signal });
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const made = page.getElementById('ruling');
      if (made) ruling.replaceChildren(...made.childNodes);
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  };
  form.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(rule, 250);
  });
}
