// Runs once for all tabs of a browser and holds their one stream of news (/live). A browser keeps six connections to a host that
// speaks HTTP/1.1: with a stream for each, the seventh tab would wait for ever.
const again = 5000;
const tabs = new Set<MessagePort>();
let stream: EventSource | undefined;
let lost = false;

(globalThis as unknown as { onconnect: (e: MessageEvent) => void }).onconnect = ({ ports: [tab] }) => {
  if (!tab) return;
  tab.onmessage = ({ data }) => {
    if (data === 'bye') tabs.delete(tab);
    else listenFor(tab);
  };
};

function listenFor(tab: MessagePort): void {
  tabs.add(tab);
  // Refused for the tab that was here before, e.g. signed out; this one may be let in.
  if (!stream || stream.readyState === EventSource.CLOSED) open();
}

function open(): void {
  stream?.close();
  const opened = stream = new EventSource('/live');
  opened.addEventListener('news', tell);
  opened.onopen = () => {
    if (lost) tell();
    lost = false;
  };
  opened.onerror = () => {
    lost = true;
    // A line that broke is mended by the browser; an answer that was no stream is not.
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => { if (opened === stream) open(); }, again);
  };
}

function tell(): void {
  for (const tab of tabs) tab.postMessage('news');
}
