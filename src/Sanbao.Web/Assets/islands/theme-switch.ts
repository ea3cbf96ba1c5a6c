import type { Island } from '../islands';

/** The form sets the cookie and comes back; with script the colours change at once and no page is loaded. */
export const themeSwitch: Island = form => {
  form.addEventListener('submit', e => {
    const button = (e as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!button) return;
    e.preventDefault();
    const theme = button.value;
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    for (const each of form.querySelectorAll('button')) each.setAttribute('aria-pressed', String(each === button));
  });
};
