// Shows a trainer's list that was opened before where there is no network; a network goes first. What is kept is
// cleared when its user signs out or somebody else signs in: the server says so.
const CACHE = 'tandem-list';
const PATIENCE = 6000;
const KEPT = 2 * 24 * 60 * 60 * 1000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

const kept = async request => {
  const page = await (await caches.open(CACHE)).match(request, { ignoreVary: true });
  return page && Date.now() - Date.parse(page.headers.get('Date')) < KEPT ? page : undefined;
};

const fresh = async request => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (request.mode === 'navigate' && answer.status >= 400 && answer.status < 500) await (await caches.open(CACHE)).delete(request);
    if (answer.status < 500) return answer;
    return (await kept(request)) || answer;
  } catch (lost) {
    const page = await kept(request);
    if (page) return page;
    throw lost;
  } finally {
    clearTimeout(timer);
  }
};

self.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === location.origin) event.respondWith(fresh(event.request));
});
