import type { Island } from '../islands';

/** A form that was asked for is written in at once, however it came. */
export const firstField: Island = form => {
  if (form.contains(document.activeElement)) return;
  const first = form.querySelector<HTMLElement>('[autofocus]')
    ?? form.querySelector<HTMLElement>(
      'input:not([type="hidden"]):enabled, select:enabled, textarea:enabled, button:enabled:not([data-draft] *)');
  // A list that can be typed in hides the one it stands for.
  if (first && 'tomselect' in first) (first.tomselect as { focus(): void }).focus();
  else (chosen(form, first) ?? first)?.focus();
};

/** Of choices one steps onto the one that is chosen, as the keyboard does. */
function chosen(form: HTMLElement, first: HTMLElement | null): HTMLElement | null {
  return first instanceof HTMLInputElement && first.type === 'radio'
    ? form.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) : null;
}
