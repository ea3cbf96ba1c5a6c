/** A form with data-confirm asks first, in a dialog of ours. Without script the form is sent at once; the server's guards hold. */
export function confirmations(): void {
  document.addEventListener('submit', e => {
    const form = e.target as HTMLFormElement;
    const dialog = document.querySelector<HTMLDialogElement>('#confirm');
    if (!form.dataset['confirm'] || form.dataset['confirmed'] || !dialog) return;
    e.preventDefault();
    e.stopPropagation();
    void ask(dialog, form).then(yes => {
      if (!yes) return;
      form.dataset['confirmed'] = 'yes';
      form.requestSubmit((e as SubmitEvent).submitter ?? undefined);
      delete form.dataset['confirmed'];
    });
  }, { capture: true });
}

function ask(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<boolean> {
  dialog.querySelector('[data-text]')!.textContent = form.dataset['confirm']!;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}
