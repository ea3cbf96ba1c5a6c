import htmx from 'htmx.org/dist/htmx.esm.js';
import { find, forget, keep, who, type Draft } from '../drafts';
import type { Island } from '../islands';
import { isAnswered, send, show } from '../sending';

// Not when its loading began: the page before is left, and keeps what it holds, only after that.
const opened = Date.now();

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
    // A form that was replaced meanwhile has nothing more to say.
    if (!form.isConnected && !unsent) return;
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
      // In its place: going back leads to what was before the form, never to a form that was saved already.
      if (answer.to) { await forget(key); location.replace(answer.to); }
      else if (answer.signIn) askToSignIn(answer.signIn);
      else if (answer.page) { await keep(taken(false)); show(answer.page); }
      else say(bar, answer.kept!, 'send');
    }).finally(() => { sending = false; });
  });

  void find(key).then(kept => {
    // What was typed since the page was opened stands in it, also where a choice brought the form anew; so does what comes back from
    // the server with its errors.
    if (!kept || isAnswered() || kept.at >= opened || form.querySelector('[aria-invalid="true"]')
      || JSON.stringify(kept.fields) === JSON.stringify(contents(form).fields)) return;
    latest = kept;
    const time = bar.querySelector('time')!;
    time.textContent = momentOf(new Date(kept.at), time.dataset['today']!);
    say(bar, 'found', 'restore');
  });
};

/** Whoever signs in again is told there that nothing is lost. */
function askToSignIn(to: string): void {
  const page = new URL(to, location.href);
  page.searchParams.set('kept', 'true');
  location.assign(page);
}

/** As the pages say it: today by its name, another day without the year. */
function momentOf(at: Date, today: string): string {
  const lang = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  const day = at.toDateString() === new Date().toDateString() ? today : at.toLocaleDateString(lang, { day: 'numeric', month: 'short' });
  return `${day} ${at.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

function contents(form: HTMLFormElement): Pick<Draft, 'fields' | 'files'> {
  const fields: Draft['fields'] = [], files = new Map<string, File[]>();
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File) { if (value.size > 0) files.set(name, [...files.get(name) ?? [], value]); }
    else if (!isThePages(form, name) && !isFinder(form, name)) fields.push([name, value]);
  }
  return { fields, files: [...files].map(([name, all]) => ({ name, files: all })) };
}

/** Token and version belong to the page that was opened; `once` to what was typed, so that sent again it is not done again. */
function isThePages(form: HTMLFormElement, name: string): boolean {
  return /^_|^version$|^seen$/.test(name) && form.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`) !== null;
}

/** What is looked for is not what is to be saved. */
function isFinder(form: HTMLFormElement, name: string): boolean {
  return form.querySelector(`[data-finder][name="${CSS.escape(name)}"]`) !== null;
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
