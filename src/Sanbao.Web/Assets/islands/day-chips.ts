import type { Island } from '../islands';

/** Buttons that put a day into a field of date and time; the time stays. */
export const dayChips: Island = chips => {
  const field = chips.closest('form')!.querySelector<HTMLInputElement>(`[name="${CSS.escape(chips.dataset['of']!)}"]`)!;
  chips.hidden = false;
  for (const chip of chips.querySelectorAll<HTMLButtonElement>('[data-day]')) {
    chip.addEventListener('click', () => {
      field.value = `${chip.dataset['day']!}T${field.value.slice(11) || '09:00'}`;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
};
