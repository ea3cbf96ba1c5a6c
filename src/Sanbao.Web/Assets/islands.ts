/** Gives life to one element. */
export type Island = (element: HTMLElement) => void;

const known = new Map<string, () => Promise<Island>>();
const mounted = new WeakSet<Element>();

/** `<div data-island="select">` gets what `load` brings; the file is fetched at the first such element. */
export function island(name: string, load: () => Promise<Island>): void {
  known.set(name, load);
}

/** Mounts every island in a part of the page, once. Called for the page and for each fragment that was swapped in. */
export function mountIn(root: ParentNode & Node): void {
  const found = [...root.querySelectorAll<HTMLElement>('[data-island]')];
  if (root instanceof HTMLElement && root.dataset['island']) found.push(root);
  for (const element of found) void mount(element);
}

async function mount(element: HTMLElement): Promise<void> {
  if (mounted.has(element)) return;
  mounted.add(element);
  for (const name of element.dataset['island']!.split(' ')) {
    const load = known.get(name);
    if (load) (await load())(element);
  }
}
