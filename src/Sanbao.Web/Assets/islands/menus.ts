/** Drop-downs are <details>; the browser opens them, we close them: by Escape, by a click elsewhere, one at a time. */
export function menus(): void {
  document.addEventListener('click', e => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('details.drop[open]'))
      if (!open.contains(e.target as Node)) open.open = false;
  });
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    if (location.hash === '#menu') location.hash = '';
    for (const open of document.querySelectorAll<HTMLDetailsElement>('details.drop[open]')) {
      open.open = false;
      open.querySelector('summary')?.focus();
    }
  });
}
