import type { Island } from '../islands';
import { send, show } from '../sending';

// A deed that is one press. Without network the page stays, says so, and the press can be repeated.
export const press: Island = element => {
  const form = element as HTMLFormElement;
  let sending = false;
  form.addEventListener('submit', e => {
    if (e.defaultPrevented) return;
    e.preventDefault();
    if (sending) return;
    sending = true;
    void send(form, e.submitter as HTMLButtonElement | null).then(answer => {
      if (answer.to ?? answer.signIn) location.assign((answer.to ?? answer.signIn)!);
      else if (answer.page) show(answer.page);
      else say(answer.kept!);
    }).finally(() => { sending = false; });
  });
};

/** Any other form is sent by the browser, which would put an error of its own in the place of the page. */
export function presses(): void {
  document.addEventListener('submit', e => {
    if (e.defaultPrevented || navigator.onLine || (e.target as HTMLFormElement).method !== 'post') return;
    e.preventDefault();
    say('cut');
  });
  window.addEventListener('online', () => { const bar = unheard(); if (bar) bar.hidden = true; });
}

const unheard = (): HTMLElement | null => document.querySelector('#unheard');

function say(what: 'cut' | 'busy'): void {
  const bar = unheard();
  if (!bar) return;
  for (const sentence of bar.querySelectorAll<HTMLElement>('[data-told]')) sentence.hidden = sentence.dataset['told'] !== what;
  bar.hidden = false;
  bar.scrollIntoView({ block: 'nearest' });
}
