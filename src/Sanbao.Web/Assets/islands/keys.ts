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
    if (pressed === '?') { e.preventDefault(); dialog.showModal(); return; }
    if (pressed === '/') { e.preventDefault(); document.querySelector<HTMLInputElement>('[data-search]')?.focus(); return; }
    if (pressed === 'g') { prefix = 'g'; setTimeout(() => prefix = '', 1500); return; }
    const link = document.querySelector<HTMLElement>(`[data-keys="${CSS.escape(pressed)}"]`);
    if (link) { e.preventDefault(); link.click(); }
  });
  for (const opener of document.querySelectorAll('[data-shortcuts]')) opener.addEventListener('click', () => dialog.showModal());
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
