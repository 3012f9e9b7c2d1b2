// Keeps a check-in that could not be sent, and sends it once there is a network. The page works without this.
(() => {
  const KEPT = 'tandem-check-ins';
  const WAIT = 8000;
  const AGAIN = 10000;
  const read = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch { return []; } };
  const write = list => { try { localStorage.setItem(KEPT, JSON.stringify(list)); } catch { /* private window */ } };
  const drop = body => write(read().filter(one => one.body !== body));

  const post = (url, body) => fetch(url, {
    method: 'POST', body, redirect: 'follow', signal: AbortSignal.timeout(WAIT),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

  // An answer settles it, whatever it says; only trouble at the server or on the way does not.
  const send = async (one, later) => {
    const answer = await post(one.url, later ? one.body + '&later=true' : one.body);
    if (answer.status >= 500) throw new Error('later');
    drop(one.body);
    return answer;
  };

  const form = document.querySelector('form[data-keeps]');
  const kept = document.querySelector('[data-kept]');
  let sending = false;

  const retry = async () => {
    if (sending) return;
    sending = true;
    for (const one of read()) {
      try {
        const answer = await send(one, true);
        const here = new URL(one.url, location).pathname === location.pathname || form;
        if (here && answer.redirected) location.assign(answer.url);
      } catch { break; }
    }
    sending = false;
  };

  if (form) {
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const one = { url: form.action, body: new URLSearchParams(new FormData(form)).toString() };
      if (!read().some(other => other.body === one.body)) write([...read(), one]);
      const button = form.querySelector('button');
      button.disabled = true;
      sending = true;
      try {
        const answer = await send(one, false);
        if (answer.redirected) location.assign(answer.url);
        else form.submit();
      } catch {
        form.hidden = true;
        kept.hidden = false;
      }
      sending = false;
    });
  }
  // A page that waits looks again by itself, without a network too; only what is new is put in its place.
  const renew = async () => {
    let page = document;
    try {
      const answer = await fetch(location.href, { signal: AbortSignal.timeout(WAIT) });
      if (answer.redirected) return location.assign(answer.url);
      if (answer.status < 500) page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { /* no network: what stands there stays */ }
    if (page !== document) {
      const other = page.title !== document.title;
      document.title = page.title;
      document.body.dataset.again = page.body.dataset.again || '';
      document.querySelector('main').replaceWith(page.querySelector('main'));
      const head = document.querySelector('h1');
      if (other && head) { head.tabIndex = -1; head.focus(); }
    }
    wait();
  };
  const wait = () => {
    const seconds = Number(document.body.dataset.again);
    if (seconds) setTimeout(renew, seconds * 1000);
  };
  wait();

  addEventListener('online', retry);
  setInterval(retry, AGAIN);
  retry();
})();
