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

// A year of which only some digits are typed is no change yet: what hears of it would fetch the field anew under the hand that types.
document.addEventListener('change', e => {
  if (e.target instanceof HTMLInputElement && /^date/.test(e.target.type) && e.target.value && e.target.value < '1000') e.stopPropagation();
}, true);
