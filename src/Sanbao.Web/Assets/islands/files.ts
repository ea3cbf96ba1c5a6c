import type { Island } from '../islands';

// The browser's own file field speaks the browser's language and cannot be dropped on everywhere: ours stands in its place.
export const files: Island = root => {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')!;
  const names = root.querySelector<HTMLElement>('.file-names')!;
  root.classList.add('is-live');
  root.querySelector<HTMLElement>('.file-button')!.hidden = false;

  const show = (): void => {
    names.textContent = [...input.files ?? []].map(f => f.name).join('、') || names.dataset['none']!;
  };
  const take = (given: FileList | undefined): boolean => {
    if (!given?.length) return false;
    const all = new DataTransfer();
    for (const file of [...(input.multiple ? input.files ?? [] : []), ...given].slice(input.multiple ? 0 : -1)) all.items.add(file);
    input.files = all.files;
    show();
    return true;
  };

  input.addEventListener('change', show);
  root.addEventListener('dragover', e => { e.preventDefault(); root.classList.add('is-over'); });
  root.addEventListener('dragleave', () => root.classList.remove('is-over'));
  root.addEventListener('drop', e => {
    e.preventDefault();
    root.classList.remove('is-over');
    take(e.dataTransfer?.files);
  });
  // A photo of the fault is often on the clipboard, from a chat.
  root.closest('form')?.addEventListener('paste', e => { if (take(e.clipboardData?.files)) e.preventDefault(); });
};
