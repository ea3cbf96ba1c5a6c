import type { Island } from '../islands';

// "/" to the search box, "g r" to a page, "?" for the overlay that lists them. The keys stand in the page (data-keys on links), so
// that the overlay, the menu and this file cannot differ.
export const keys: Island = overlay => {
  const dialog = overlay as HTMLDialogElement;
  let prefix = '';
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || isTyping(e.target)) return;
    const pressed = prefix ? `${prefix} ${e.key}` : e.key;
    prefix = '';
    if (pressed === '?') { e.preventDefault(); list(dialog); dialog.showModal(); return; }
    if (pressed === '/') { e.preventDefault(); document.querySelector<HTMLInputElement>('[data-search]')?.focus(); return; }
    if (pressed === 'g') { prefix = 'g'; setTimeout(() => prefix = '', 1500); return; }
    const named = [...document.querySelectorAll<HTMLElement>(`[data-keys="${CSS.escape(pressed)}"]`)];
    // Of two verbs with one key the one that can be done; else the reason why not is told.
    const link = named.find(l => l.ariaDisabled !== 'true') ?? named[0];
    if (link) { e.preventDefault(); link.click(); }
  });
  document.addEventListener('keydown', inForm);
  for (const opener of document.querySelectorAll('[data-shortcuts]'))
    opener.addEventListener('click', () => { list(dialog); dialog.showModal(); });
};

/** Ctrl+Enter sends the form one writes in; Escape leaves one in which nothing was written. */
function inForm(e: KeyboardEvent): void {
  // A list one types into takes Enter for its choice; with Ctrl the form is meant as well.
  if (!(e.target instanceof HTMLElement) || e.isComposing || (e.defaultPrevented && !e.target.closest('.ts-wrapper'))) return;
  const form = e.target.closest<HTMLFormElement>('form[method="post"]');
  if (!form) return;
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
    e.preventDefault();
    // Where one form has several deeds, the one beside the field.
    form.requestSubmit((e.target.closest('[data-do]') ?? form).querySelector<HTMLButtonElement>('button.button-main'));
  } else if (e.key === 'Escape'
    && [...form.querySelectorAll<HTMLInputElement>('textarea, input.input')].every(f => f.value === f.defaultValue)) {
    form.querySelector<HTMLElement>('[data-cancel]')?.click();
  }
}

/** The keys of this very page stand below those of every page. */
function list(dialog: HTMLDialogElement): void {
  const here = dialog.querySelector('[data-here]')!;
  here.replaceChildren();
  if (document.querySelector('[data-island="list"]'))
    for (const row of dialog.querySelector<HTMLTemplateElement>('[data-of-list]')!.content.children)
      if (!(row as HTMLElement).dataset['where'] || document.querySelector((row as HTMLElement).dataset['where']!))
        here.append(row.cloneNode(true));
  const known = new Set<string>();
  for (const link of document.querySelectorAll<HTMLElement>('main [data-keys], main [data-deed]')) {
    const key = (link.dataset['keys'] ?? link.dataset['deed'])!;
    if (known.has(key)) continue;
    known.add(key);
    const [row, term, keys, kbd] = ['div', 'dt', 'dd', 'kbd'].map(t => document.createElement(t)) as
      [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    term.textContent = 'deed' in link.dataset ? link.ariaLabel : link.querySelector('span')?.textContent ?? link.textContent;
    kbd.textContent = key;
    keys.append(kbd);
    row.append(term, keys);
    here.append(row);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
