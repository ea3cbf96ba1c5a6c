/** A button with data-copy puts its text on the clipboard and says so for a moment. */
export function copies(): void {
  document.addEventListener('click', e => {
    const button = (e.target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    void navigator.clipboard?.writeText(button.dataset['copy']!).then(() => {
      button.dataset['copied'] = 'yes';
      setTimeout(() => delete button.dataset['copied'], 1200);
    });
  });
}
