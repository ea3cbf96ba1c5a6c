/** A form with data-confirm asks first, in a dialog of ours. Without script the form is sent at once; the server's guards hold. */
export function confirmations(): void {
  document.addEventListener('submit', e => {
    const form = e.target as HTMLFormElement;
    const dialog = document.querySelector<HTMLDialogElement>('#confirm');
    if (!form.dataset['confirm'] || form.dataset['confirmed'] || !dialog) return;
    e.preventDefault();
    e.stopPropagation();
    void ask(dialog, form, (e as SubmitEvent).submitter).then(yes => {
      if (!yes) return;
      form.dataset['confirmed'] = 'yes';
      form.requestSubmit((e as SubmitEvent).submitter ?? undefined);
      delete form.dataset['confirmed'];
    });
  }, { capture: true });
}

/**
 * The answer is the deed itself: as the pressed button says it, or as data-confirm-do does where the button needs its place on the page
 * to be understood.
 */
function ask(dialog: HTMLDialogElement, form: HTMLFormElement, pressed: HTMLElement | null): Promise<boolean> {
  dialog.querySelector('[data-text]')!.textContent = form.dataset['confirm']!;
  const yes = dialog.querySelector<HTMLButtonElement>('[value=yes]')!;
  yes.textContent = form.dataset['confirmDo'] ?? (pressed?.textContent?.trim() || yes.textContent);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}
