import type { Island } from '../islands';

// Hears that something was committed and says "news" on its element; the fragments that care fetch themselves again. A tab in the
// background keeps the news until somebody looks at it.
export const live: Island = element => {
  let missed = false;
  const news = (): void => {
    missed = document.hidden;
    if (!missed) element.dispatchEvent(new CustomEvent('news'));
  };
  document.addEventListener('visibilitychange', () => { if (missed) news(); });
  if ('SharedWorker' in globalThis) shared(element.dataset['stream']!, news);
  else alone(news);
};

/** All tabs of this browser share one stream. */
function shared(script: string, news: () => void): void {
  const worker = new SharedWorker(script, 'sanbao-live');
  worker.onerror = () => alone(news);
  worker.port.onmessage = news;
  worker.port.postMessage('hello');
  addEventListener('pagehide', () => worker.port.postMessage('bye'));
  addEventListener('pageshow', e => {
    if (!e.persisted) return;
    worker.port.postMessage('hello');
    news();
  });
}

/** Where tabs cannot share (Chrome on Android): a stream of its own while the tab is seen. */
function alone(news: () => void): void {
  let stream: EventSource | undefined;
  const follow = (): void => {
    stream?.close();
    stream = undefined;
    if (document.hidden) return;
    stream = new EventSource('/live');
    stream.addEventListener('news', news);
  };
  document.addEventListener('visibilitychange', () => {
    follow();
    // What happened while nobody listened.
    news();
  });
  follow();
}
