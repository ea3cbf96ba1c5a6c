import type { Island } from '../islands';

/** A form that was asked for is written in at once, however it came. */
export const firstField: Island = form => {
  if (form.contains(document.activeElement)) return;
  const first = form.querySelector<HTMLElement>('[autofocus]')
    ?? form.querySelector<HTMLElement>('input:not([type="hidden"]):enabled, select:enabled, textarea:enabled, button:enabled:not([data-draft] *)');
  // A list that can be typed in hides the one it stands for.
  if (first && 'tomselect' in first) (first.tomselect as { focus(): void }).focus();
  else first?.focus();
};
