import type { Island } from '../islands';

/** A field that offers what fits what is typed: arrows walk through the list it controls, Enter takes, Escape puts the list away. */
export const combobox: Island = root => {
  const input = root.querySelector<HTMLInputElement>('[role="combobox"]')!;
  root.addEventListener('keydown', e => { if (e.target === input && !e.isComposing) walk(e, input); });
  root.addEventListener('click', e => {
    const option = (e.target as Element).closest<HTMLElement>('[role="option"][data-value]');
    if (option) take(option, input);
  });
  document.addEventListener('htmx:after:process', () => input.setAttribute('aria-expanded', String(optionsOf(input).length > 0)));
};

export function walk(e: KeyboardEvent, input: HTMLElement): void {
  const options = optionsOf(input);
  const at = options.findIndex(o => o.id === input.getAttribute('aria-activedescendant'));
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    activate(options, at < 0 && e.key === 'ArrowUp' ? options.length - 1 : at + (e.key === 'ArrowDown' ? 1 : -1), input);
  } else if (e.key === 'Enter' && at >= 0) {
    e.preventDefault();
    options[at]!.click();
  } else if (e.key === 'Escape' && options.length > 0) {
    // It puts the list away and nothing else.
    e.preventDefault();
    listOf(input)?.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
  }
}

/** What was chosen stands in the field, as if it had been typed. */
function take(option: HTMLElement, input: HTMLInputElement): void {
  input.value = option.dataset['value']!;
  input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-expanded', 'false');
  listOf(input)?.replaceChildren();
  input.focus();
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function listOf(input: HTMLElement): HTMLElement | null {
  return document.getElementById(input.getAttribute('aria-controls')!);
}

export function optionsOf(input: HTMLElement): HTMLElement[] {
  return [...listOf(input)?.querySelectorAll<HTMLElement>('[role="option"]') ?? []];
}

function activate(options: HTMLElement[], to: number, input: HTMLElement): void {
  if (options.length === 0) return;
  const next = options[(to + options.length) % options.length]!;
  for (const option of options) option.setAttribute('aria-selected', String(option === next));
  input.setAttribute('aria-activedescendant', next.id);
  next.scrollIntoView({ block: 'nearest' });
}
