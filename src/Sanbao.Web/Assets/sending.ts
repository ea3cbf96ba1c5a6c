import htmx from 'htmx.org/dist/htmx.esm.js';
import { mountIn } from './islands';

/** Done: where to go. Sign in: the session is over. A page: something is wrong or was chosen. Kept: nobody answered. */
export interface Answer { to?: string; signIn?: string; page?: string; kept?: 'cut' | 'busy' }

/** Sends a form without leaving its page: a network that is cut and a server that is busy leave everything as it stands. */
export async function send(form: HTMLFormElement, pressed: HTMLButtonElement | null): Promise<Answer> {
  const button = pressed ?? form.querySelector<HTMLButtonElement>('button.button-main');
  button?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(pressed?.getAttribute('formaction') ?? form.action, {
      method: 'POST', body: body(form, pressed), credentials: 'same-origin',
      headers: { 'HX-Request': 'true', 'HX-Current-URL': location.href },
    });
    const to = response.headers.get('HX-Redirect');
    if (to) return new URL(to, location.href).pathname === document.documentElement.dataset['signIn'] ? { signIn: to } : { to };
    return response.status >= 500 ? { kept: 'busy' } : { page: await response.text() };
  } catch {
    return { kept: 'cut' };
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

/** As a browser would send it: with files as parts, without as fields. */
function body(form: HTMLFormElement, pressed: HTMLButtonElement | null): FormData | URLSearchParams {
  const data = new FormData(form, pressed);
  return form.enctype === 'multipart/form-data' ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
}

let answered = false;

/** This page is an answer to a form, and holds what was typed into it. */
export const isAnswered = (): boolean => answered;

/** The page that came back takes the place of this one, with the cursor in the first field that is wrong. */
export function show(html: string): void {
  answered = true;
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(page.body);
  htmx.process(document.body);
  mountIn(document);
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
