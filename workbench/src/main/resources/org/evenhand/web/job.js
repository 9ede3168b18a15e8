// The state of a run is asked for again every few seconds; without this, a link does the same.
const every = 2000;
async function look() {
  const state = document.getElementById('state');
  try {
    const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (reply.status >= 500) throw new Error(reply.statusText);
    const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('state');
    // Another state has other buttons, or the result: then the whole page is new.
    if (!fresh || fresh.dataset.state !== state.dataset.state) {
      location.reload();
      return;
    }
    state.replaceChildren(...fresh.childNodes);
  } catch {
    // The server may be back later, or less busy; the page stays as it was.
  }
  setTimeout(look, every);
}
setTimeout(look, every);
