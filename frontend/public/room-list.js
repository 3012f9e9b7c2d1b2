// A trainer's list of a room that works without a network: ticks wait on the phone until they are sent.
// Kept by account and session; names are never kept here but those that somebody typed.
(() => {
  const room = document.querySelector('[data-room]');
  if (!room) return;
  const say = room.dataset;
  const WAIT = 15000;
  const AGAIN = 10000;
  const ALL = 'tandem-list:';
  const MINE = ALL + say.account + ':';
  const KEPT = MINE + say.room;
  const CACHE = 'tandem-list';
  Object.keys(localStorage).filter(key => key.startsWith(ALL) && !key.startsWith(MINE)).forEach(key => localStorage.removeItem(key));

  const read = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch { return []; } };
  const write = list => list.length ? localStorage.setItem(KEPT, JSON.stringify(list)) : localStorage.removeItem(KEPT);
  const form = document.querySelector('[data-list]');
  const said = document.querySelector('[data-said]');
  const typed = document.querySelector('[data-typed]');
  const boxes = () => form ? [...form.querySelectorAll('input[name=here]')] : [];
  const id = () => crypto.randomUUID ? crypto.randomUUID()
    : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

  // What is known of the network: empty, or a sentence and where it leads.
  let trouble = '';
  let leads = '';
  const show = () => {
    const ticks = read();
    const waiting = ticks.filter(one => !one.unknown);
    said.textContent = [waiting.length ? say.waits + ' ' + waiting.length + '.' : form ? say.sent : '', trouble].join(' ').trim();
    if (leads) said.append(' ', Object.assign(document.createElement('a'), { href: location.href, textContent: leads }));
    if (!form) {
      if (ticks.length) said.append(' ', button(say.drop, () => { write([]); show(); }));
      return;
    }
    const by = new Map(waiting.map(one => [one.person, one.here]));
    boxes().forEach(box => { if (by.has(box.value)) box.checked = by.get(box.value); });
    const names = ticks.filter(one => one.name);
    typed.replaceChildren(...names.map(one => {
      const row = document.createElement('li');
      row.append(one.name + ' ', Object.assign(document.createElement('small'), { textContent: one.unknown ? say.unknown : say.added }));
      row.append(button(say.drop, () => { write(read().filter(other => other.id !== one.id)); show(); }, one.name));
      return row;
    }));
    document.querySelector('[data-counted]').textContent = say.count + ' ' + boxes().filter(box => box.checked).length + ' / ' + boxes().length;
  };
  const button = (text, act, of) => {
    const it = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: 'quiet', onclick: act });
    if (of) it.setAttribute('aria-label', text + ': ' + of);
    return it;
  };

  const here = location.pathname + location.search;
  const forget = async () => window.caches && (await caches.open(CACHE)).delete(here);

  // The page as it stands by now: shown at once, and kept for a reload without a network.
  const renew = async () => {
    const page = await fetch(here, { signal: AbortSignal.timeout(WAIT) });
    if (!page.ok || page.redirected) return;
    merge(new DOMParser().parseFromString(await page.clone().text(), 'text/html'));
    if (!window.caches || !navigator.serviceWorker) return;
    const cache = await caches.open(CACHE);
    await cache.addAll(['/room-list.js', '/plain.css']);
    await cache.put(here, page);
    document.querySelector('[data-works]').hidden = false;
  };
  const merge = page => {
    page.querySelectorAll('fieldset label').forEach((label, at) => {
      const box = label.querySelector('input');
      const mine = boxes().find(other => other.value === box.value);
      if (mine) mine.checked = box.checked;
      else form.querySelector('fieldset').insertBefore(document.adoptNode(label), form.querySelectorAll('fieldset label')[at] || null);
    });
    show();
  };

  let sending = false;
  const send = async () => {
    const ticks = read().filter(one => !one.unknown);
    if (sending || !form || !ticks.length) return;
    sending = true;
    try {
      const body = new URLSearchParams();
      body.append('_csrf', form.querySelector('[name=_csrf]').value);
      ticks.forEach(one => body.append('tick', [one.id, Math.max(0, Date.now() - one.at), one.here ? 1 : 0, one.person ? '#' + one.person : one.name].join(' ')));
      const answer = await fetch('/training/list/ticks' + location.search, { method: 'POST', body, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(WAIT) });
      leads = trouble = '';
      if (answer.ok && !answer.redirected) {
        const done = await answer.json();
        write(read().filter(one => !done.taken.includes(one.id)).map(one => done.unknown.includes(one.id) ? { ...one, unknown: true } : one));
        renew().catch(() => {});
      } else if (answer.status === 409) {
        trouble = (await answer.json()).said;
        forget().catch(() => {});
      } else if (answer.status < 500) {
        leads = say.out;
      }
    } catch { /* no network: they wait */ }
    sending = false;
    show();
    // What was ticked meanwhile goes now; what failed goes with the clock.
    if (!trouble && !leads && navigator.onLine && read().some(one => !one.unknown && !ticks.find(other => other.id === one.id))) send();
  };

  const tick = one => {
    write([...read().filter(other => !one.person || other.person !== one.person), { id: id(), at: Date.now(), here: true, ...one }]);
    show();
    send();
  };

  if (form) {
    form.querySelector('[data-save]').hidden = true;
    form.addEventListener('change', event => { if (event.target.name === 'here') tick({ person: event.target.value, here: event.target.checked }); });
    form.addEventListener('submit', event => {
      event.preventDefault();
      const name = form.elements.name.value.replace(/\s+/g, ' ').trim().slice(0, 200);
      form.elements.name.value = '';
      if (name) tick({ name });
    });
  }
  if (say.open === 'true' && navigator.serviceWorker) {
    navigator.serviceWorker.register('/room-list-worker.js', { scope: '/training/list' })
      .then(() => navigator.serviceWorker.ready).then(renew).catch(() => {});
  } else if (say.open !== 'true') {
    forget().catch(() => {});
  }
  addEventListener('online', send);
  setInterval(send, AGAIN);
  show();
  send();
})();
