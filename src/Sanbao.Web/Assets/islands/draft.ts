import htmx from 'htmx.org/dist/htmx.esm.js';
import { find, forget, keep, who, type Draft } from '../drafts';
import { mountIn, type Island } from '../islands';

// A form that loses nothing: what is typed is kept on the device while one types, sent without leaving the page, and forgotten only when
// the server has answered. Without script it is an ordinary form.
export const draft: Island = element => {
  const form = element as HTMLFormElement;
  const bar = form.querySelector<HTMLElement>('[data-draft]')!;
  const key = `${who()} ${new URL(form.action).pathname}`;
  const begun = snapshot(form);
  let timer = 0, latest: Draft | undefined, sending = false;

  const taken = (unsent: boolean): Draft => ({
    key, who: who(), page: pageOf(form), title: document.title, ...contents(form), at: Date.now(), unsent,
  });
  const save = async (unsent = false): Promise<void> => {
    clearTimeout(timer);
    if (unsent || snapshot(form) !== begun) await keep(latest = taken(unsent));
  };
  const later = (): void => { clearTimeout(timer); timer = window.setTimeout(() => void save(), 300); };

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  // A telephone may end the page without asking.
  document.addEventListener('visibilitychange', () => { if (document.hidden && form.isConnected && !sending) void save(); });
  window.addEventListener('online', () => { if (form.isConnected && latest?.unsent) say(bar, 'back', 'send'); });
  bar.querySelector('[data-restore]')!.addEventListener('click', () => {
    bar.hidden = true;
    if (latest) void restore(form, latest);
  });
  bar.querySelector('[data-drop]')!.addEventListener('click', () => {
    latest = undefined;
    bar.hidden = true;
    void forget(key);
  });
  bar.querySelector('[data-send]')!.addEventListener('click', () => {
    bar.hidden = true;
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button.button-main[type="submit"], button.button-main'));
  });

  form.addEventListener('submit', e => {
    if (e.defaultPrevented) return;
    e.preventDefault();
    if (sending) return;
    sending = true;
    // What the form still asks would lead to the sign-in a second time, under the hand that types there.
    htmx.trigger(form, 'htmx:abort', {});
    void save(true).then(() => send(form, e.submitter as HTMLButtonElement | null)).then(async answer => {
      if (answer.to) { await forget(key); location.assign(answer.to); }
      else if (answer.page) { await keep(taken(false)); show(answer.page); }
      else say(bar, answer.kept!, 'send');
    }).finally(() => { sending = false; });
  });

  void find(key).then(kept => {
    // What comes back from the server with its errors is already what was typed.
    if (!kept || isBack || form.querySelector('[aria-invalid="true"]')
      || JSON.stringify(kept.fields) === JSON.stringify(contents(form).fields)) return;
    latest = kept;
    bar.querySelector('time')!.textContent =
      new Date(kept.at).toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });
    say(bar, 'found', 'restore');
  });
};

/** Done: where to go. A page: something is wrong or was chosen. Kept: nobody answered. */
interface Answer { to?: string; page?: string; kept?: 'cut' | 'busy' }

/** Sends the form; a network that is cut, a session that has ended and a server that is busy leave it on the device. */
async function send(form: HTMLFormElement, pressed: HTMLButtonElement | null): Promise<Answer> {
  const button = pressed ?? form.querySelector<HTMLButtonElement>('button.button-main');
  button?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(pressed?.getAttribute('formaction') ?? form.action, {
      method: 'POST', body: body(form, pressed), credentials: 'same-origin',
      headers: { 'HX-Request': 'true', 'HX-Current-URL': location.href },
    });
    const to = response.headers.get('HX-Redirect');
    if (to && new URL(to, location.href).pathname === form.querySelector<HTMLElement>('[data-draft]')!.dataset['signIn']) {
      location.assign(to);
      return { kept: 'cut' };
    }
    if (to) return { to };
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

/** A page of a form that was sent holds already what was typed; nothing of it is offered again. */
let isBack = false;

/** The page that came back takes the place of this one, with the cursor in the first field that is wrong. */
function show(html: string): void {
  isBack = true;
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(page.body);
  htmx.process(document.body);
  mountIn(document);
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

function contents(form: HTMLFormElement): Pick<Draft, 'fields' | 'files'> {
  const fields: Draft['fields'] = [], files = new Map<string, File[]>();
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File) { if (value.size > 0) files.set(name, [...files.get(name) ?? [], value]); }
    else if (!isThePages(form, name)) fields.push([name, value]);
  }
  return { fields, files: [...files].map(([name, all]) => ({ name, files: all })) };
}

/** Token and version belong to the page that was opened; `once` to what was typed, so that sent again it is not done again. */
function isThePages(form: HTMLFormElement, name: string): boolean {
  return /^_|^version$|^seen$/.test(name) && form.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`) !== null;
}

function snapshot(form: HTMLFormElement): string {
  const { fields, files } = contents(form);
  return JSON.stringify([fields.filter(([name]) => name !== 'once'), files.map(f => f.files.map(x => [x.name, x.size]))]);
}

async function restore(form: HTMLFormElement, kept: Draft): Promise<void> {
  if (form.dataset['again']) { await open(form, kept); return; }
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    if (!field.name) continue;
    const values = kept.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = values.includes(field.value);
    else if (field instanceof HTMLInputElement && field.type === 'file')
      give(field, kept.files.find(f => f.name === field.name)?.files ?? []);
    else if (values[0] !== undefined) field.value = values[0];
  }
  form.dispatchEvent(new Event('change', { bubbles: true }));
  form.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus();
}

/** A form whose fields depend on each other is made anew by the server from what was typed. */
async function open(form: HTMLFormElement, kept: Draft): Promise<void> {
  const data = new FormData();
  data.set('__RequestVerificationToken', new FormData(form).get('__RequestVerificationToken') as string);
  for (const [name, value] of kept.fields) data.append(name, value);
  for (const { name, files } of kept.files) for (const file of files) data.append(name, file);
  const response = await fetch(form.dataset['again']!, { method: 'POST', body: data, headers: { 'HX-Request': 'true' } });
  if (response.ok) show(await response.text());
}

function give(field: HTMLInputElement, files: File[]): void {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  field.files = all.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** One sentence of the bar, and the button that belongs to it. */
function say(bar: HTMLElement, what: 'found' | 'cut' | 'busy' | 'back', button: 'restore' | 'send'): void {
  for (const sentence of bar.querySelectorAll<HTMLElement>('[data-say]')) sentence.hidden = sentence.dataset['say'] !== what;
  bar.querySelector<HTMLElement>('[data-restore]')!.hidden = button !== 'restore';
  bar.querySelector<HTMLElement>('[data-drop]')!.hidden = button !== 'restore';
  bar.querySelector<HTMLElement>('[data-send]')!.hidden = button !== 'send';
  bar.hidden = false;
  bar.scrollIntoView({ block: 'nearest' });
}

/** Where the form is opened again: a verb's own address shows it, intake is its page. */
function pageOf(form: HTMLFormElement): string { return new URL(form.action).pathname; }
