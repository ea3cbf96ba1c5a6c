import type { Island } from '../islands';

/**
 * A list under the hands: j and k walk from row to row (Enter opens, as it does on any link), x chooses, Shift takes all between, what
 * the bar offers for the chosen ones is reached by its own key. A list that fetches itself again keeps both.
 */
export const list: Island = page => {
  const chosen = new Set<string>();
  let last: HTMLInputElement | undefined;
  let at: string | undefined;

  const rows = (): HTMLTableRowElement[] => [...page.querySelectorAll<HTMLTableRowElement>('.list-rows > tbody > tr')];
  const boxOf = (row: HTMLTableRowElement): HTMLInputElement | null => row.querySelector<HTMLInputElement>('input[name="chosen"]');
  const linkOf = (row: HTMLTableRowElement): HTMLAnchorElement | null => row.querySelector<HTMLAnchorElement>('.row-open');
  const current = (): number => rows().findIndex(row => row.contains(document.activeElement));

  const choose = (box: HTMLInputElement, on: boolean): void => {
    box.checked = on;
    if (on) chosen.add(box.value);
    else chosen.delete(box.value);
  };
  const tell = (): void => {
    const boxes = rows().map(boxOf).filter(box => box !== null);
    const all = page.querySelector<HTMLInputElement>('[data-all]');
    const some = boxes.filter(box => box.checked).length;
    if (all) [all.checked, all.indeterminate] = [some > 0 && some === boxes.length, some > 0 && some < boxes.length];
    const said = page.querySelector<HTMLElement>('[data-chosen]');
    if (said) said.textContent = said.dataset['chosen']!.replace('{0}', String(some));
  };
  /** From the one that was clicked last to this one, as that one is. */
  const through = (box: HTMLInputElement): void => {
    const boxes = rows().map(boxOf).filter(other => other !== null);
    const [from, to] = [boxes.indexOf(last!), boxes.indexOf(box)].sort((a, b) => a - b) as [number, number];
    for (const between of boxes.slice(Math.max(from, 0), to + 1)) choose(between, box.checked);
  };

  page.addEventListener('click', e => {
    const box = e.target;
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return;
    if ('all' in box.dataset) for (const row of rows()) { const one = boxOf(row); if (one) choose(one, box.checked); }
    else if (box.name === 'chosen') {
      choose(box, box.checked);
      if (e.shiftKey && last) through(box);
      last = box;
    } else return;
    tell();
  });
  page.addEventListener('focusin', () => { const row = rows()[current()]; at = row && linkOf(row)?.href; });

  const pressed = (e: KeyboardEvent): void => {
    if (!page.isConnected) { document.removeEventListener('keydown', pressed); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || isTyping(e.target) || document.querySelector('dialog[open]')) return;
    const here = rows()[current()];
    if (e.key === 'j' || e.key === 'k') {
      e.preventDefault();
      const next = rows()[here ? current() + (e.key === 'j' ? 1 : -1) : 0];
      if (next) { linkOf(next)?.focus(); next.scrollIntoView({ block: 'nearest' }); }
    } else if ((e.key === 'x' || e.key === 'X') && here) {
      const box = boxOf(here);
      if (!box) return;
      e.preventDefault();
      choose(box, !box.checked);
      if (e.key === 'X' && last) through(box);
      last = box;
      tell();
    } else if (e.key === 'Escape' && chosen.size > 0) {
      for (const row of rows()) { const box = boxOf(row); if (box) choose(box, false); }
      tell();
    } else {
      const deed = page.querySelector<HTMLElement>(`[data-deed="${CSS.escape(e.key)}"]`);
      if (!deed) return;
      e.preventDefault();
      // Whoever walks and has chosen nothing means the row where he is.
      if (chosen.size === 0 && here) { const box = boxOf(here); if (box) choose(box, true); tell(); }
      if (chosen.size > 0) reach(deed);
    }
  };
  document.addEventListener('keydown', pressed);

  /** After the list fetched itself again: the same ones are chosen, and the same row is where one is. */
  document.addEventListener('htmx:after:process', function again() {
    if (!page.isConnected) { document.removeEventListener('htmx:after:process', again); return; }
    for (const row of rows()) {
      const box = boxOf(row);
      if (box) box.checked = chosen.has(box.value);
      if (at && document.activeElement === document.body && linkOf(row)?.href === at) linkOf(row)!.focus({ preventScroll: true });
    }
    tell();
  });

  for (const row of rows()) { const box = boxOf(row); if (box?.checked) chosen.add(box.value); }
  tell();
};

/** A <select> that became one to type in has its own field. */
function reach(field: HTMLElement): void {
  const typed = (field as HTMLSelectElement & { tomselect?: { focus(): void } }).tomselect;
  if (typed) typed.focus();
  else field.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target instanceof HTMLInputElement && target.type !== 'checkbox'));
}
