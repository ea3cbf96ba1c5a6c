/** Drop-downs are <details>; the browser opens them, we close them: by Escape, by a click elsewhere, one at a time.
    Arrows walk through them. */
export function menus(): void {
  document.addEventListener('click', e => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('details.drop[open]'))
      if (!open.contains(e.target as Node)) open.open = false;
  });
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape') close();
    else walk(e);
  });
}

function close(): void {
  if (location.hash === '#menu') location.hash = '';
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.drop[open]')) {
    open.open = false;
    open.querySelector('summary')?.focus();
  }
}

/** From the item that has the cursor, or into the menu from outside of it. */
function walk(e: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  const menu = document.querySelector<HTMLDetailsElement>('details.drop[open]');
  if (!step || !menu || !(menu.contains(document.activeElement) || document.activeElement === document.body)) return;
  const items = [...menu.querySelectorAll<HTMLElement>('a.drop-item, button.drop-item')].filter(i => i.checkVisibility());
  if (items.length === 0) return;
  e.preventDefault();
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length]!.focus();
}
