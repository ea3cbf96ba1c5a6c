import type { Island } from '../islands';
import { optionsOf, walk } from './combobox';

/** A text in which @ offers our people by name: what fits what is typed behind it; arrows walk through them, Enter takes one. */
export const mentions: Island = root => {
  const text = root.querySelector<HTMLTextAreaElement>('textarea')!;
  const people = JSON.parse(root.dataset['people']!) as string[];
  const list = document.createElement('div');
  list.id = `${text.id}-people`;
  list.className = 'quick';
  list.role = 'listbox';
  list.ariaLabel = root.dataset['label']!;
  text.after(list);
  text.setAttribute('aria-controls', list.id);
  text.setAttribute('aria-autocomplete', 'list');

  const offer = (): void => {
    text.removeAttribute('aria-activedescendant');
    const typed = begun(text);
    const fitting = typed === null ? [] : people.filter(name => name.toLowerCase().includes(typed.toLowerCase())).slice(0, 8);
    list.replaceChildren(...fitting.map((name, i) => option(`${list.id}-${i}`, name, () => take(text, name))));
  };
  text.addEventListener('input', offer);
  text.addEventListener('blur', () => list.replaceChildren());
  text.addEventListener('keydown', e => {
    if (e.isComposing || optionsOf(text).length === 0) return;
    // Escape puts the list away, not the form.
    if (e.key === 'Escape') e.stopPropagation();
    walk(e, text);
  });
};

/** What is typed behind the @ at which the cursor is; null: it is at none. */
function begun(text: HTMLTextAreaElement): string | null {
  return /(?:^|[^A-Za-z0-9])[@＠]([^\s@＠]{0,20})$/.exec(text.value.slice(0, text.selectionStart))?.[1] ?? null;
}

function option(id: string, name: string, taken: () => void): HTMLElement {
  const option = document.createElement('div');
  option.id = id;
  option.className = 'quick-hit mention';
  option.role = 'option';
  option.textContent = name;
  // The cursor stays in the text.
  option.addEventListener('mousedown', e => e.preventDefault());
  option.addEventListener('click', taken);
  return option;
}

function take(text: HTMLTextAreaElement, name: string): void {
  const end = text.selectionStart;
  text.setRangeText(`${name} `, end - begun(text)!.length, end, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
