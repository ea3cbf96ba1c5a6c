import htmx from 'htmx.org/dist/htmx.esm.js';

// The indicator style would need an exception in the content security policy, and history snapshots would keep personal data.
htmx.config.includeIndicatorCSS = false;
htmx.config.history = 'reload';

// A button outside of a form has no hidden field; the token travels in a header then.
document.addEventListener('htmx:config:request', e => {
  const token = document.querySelector<HTMLMetaElement>('meta[name="antiforgery"]')?.content;
  const request = (e as CustomEvent).detail.ctx.request;
  if (token && request.method !== 'GET') request.headers['RequestVerificationToken'] = token;
});
