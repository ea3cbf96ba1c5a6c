import TomSelect from 'tom-select/dist/esm/tom-select.complete.js';
import type { Island } from '../islands';

/** A long <select> becomes one that can be typed in. Stays a plain <select> without script. */
export const select: Island = element => {
  const source = element as HTMLSelectElement;
  const label = source.labels[0]?.textContent ?? source.getAttribute('aria-label') ?? '';
  const hadCursor = document.activeElement === source;
  const typed = new TomSelect(source, {
    // Found at once: Enter straight after typing takes who was typed, not who stood first before.
    refreshThrottle: 0, create: false, searchField: ['text', 'pinyin'],
    maxOptions: 500, plugins: source.multiple ? ['remove_button'] : ['dropdown_input'],
    render: { no_results: () => `<div class="no-results">${source.dataset['none'] ?? ''}</div>` },
  });
  // It moves the label to its own box; the list that stays behind hidden, and the box one types into, say the same.
  source.setAttribute('aria-label', label);
  typed.control_input.setAttribute('aria-label', label);
  if (hadCursor) typed.focus();
};
