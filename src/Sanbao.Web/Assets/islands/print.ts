/** The print button of a printed form, and nothing else the browser has a button for. */
export function prints(): void {
  document.addEventListener('click', e => {
    if ((e.target as Element).closest('[data-print]')) window.print();
  });
}
