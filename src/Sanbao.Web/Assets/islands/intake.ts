import { walk } from './combobox';
import type { Island } from '../islands';

// Taking a call without the mouse: arrows walk through what was found, Enter takes it, Ctrl+Enter saves. Enter in any other field would
// send the form back to the finder, which nobody means.
export const intake: Island = root => {
  const form = root.querySelector('form');
  const finder = root.querySelector<HTMLInputElement>('[data-finder]');
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  root.querySelector<HTMLInputElement>('[name="reporter.name"]')
    ?.addEventListener('input', e => takePhone(e.target as HTMLInputElement, root));
  // What stands fast at the foot covers nothing that has the cursor, nor does it when what was judged anew pushes the field down.
  for (const moved of ['focusin', 'htmx:after:swap']) root.addEventListener(moved, () => uncover(root));
  root.addEventListener('keydown', e => {
    if (e.isComposing) return;
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      form?.requestSubmit(root.querySelector<HTMLButtonElement>('[data-save]'));
    } else if (finder && e.target === finder) walk(e, finder);
    else if (e.key === 'Enter' && e.target instanceof HTMLInputElement) e.preventDefault();
  });
};

/** A contact on record brings his number. */
function takePhone(name: HTMLInputElement, root: HTMLElement): void {
  const known = [...root.querySelectorAll<HTMLOptionElement>('#contacts option')].find(o => o.value === name.value);
  const phone = root.querySelector<HTMLInputElement>('[name="reporter.phone"]');
  if (known && phone && !phone.value) phone.value = known.label;
}

function uncover(root: HTMLElement): void {
  const [field, foot] = [document.activeElement, root.querySelector<HTMLElement>('.intake-foot')];
  if (!field || !foot || !root.contains(field) || foot.contains(field)) return;
  if (field.getBoundingClientRect().bottom > foot.getBoundingClientRect().top) field.scrollIntoView({ block: 'center' });
}
