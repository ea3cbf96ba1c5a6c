import type { Island } from '../islands';

// Taking a call without the mouse: arrows walk through what was found, Enter takes it, Ctrl+Enter saves. Enter in any other field would
// send the form back to the finder, which nobody means.
export const intake: Island = root => {
  const form = root.querySelector('form');
  const finder = root.querySelector<HTMLInputElement>('[data-finder]');
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  root.addEventListener('keydown', e => {
    if (e.isComposing) return;
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      form?.requestSubmit(root.querySelector<HTMLButtonElement>('[data-save]'));
    } else if (finder && e.target === finder) inFinder(e, finder, root);
    else if (e.key === 'Enter' && e.target instanceof HTMLInputElement) e.preventDefault();
  });
};

function inFinder(e: KeyboardEvent, finder: HTMLInputElement, root: HTMLElement): void {
  const options = [...root.querySelectorAll<HTMLElement>('#hits [role="option"]')];
  const at = options.findIndex(o => o.id === finder.getAttribute('aria-activedescendant'));
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    activate(options, at < 0 && e.key === 'ArrowUp' ? options.length - 1 : at + (e.key === 'ArrowDown' ? 1 : -1), finder);
  } else if (e.key === 'Enter' && at >= 0) {
    e.preventDefault();
    options[at]!.click();
  } else if (e.key === 'Escape') root.querySelector('#hits')?.replaceChildren();
}

function activate(options: HTMLElement[], to: number, finder: HTMLInputElement): void {
  if (options.length === 0) return;
  const next = options[(to + options.length) % options.length]!;
  for (const option of options) option.setAttribute('aria-selected', String(option === next));
  finder.setAttribute('aria-activedescendant', next.id);
  next.scrollIntoView({ block: 'nearest' });
}
