/** Apple's devices do not know geo: addresses and call their own map by a name of its own. */
export function maps(): void {
  if (!isApples()) return;
  document.addEventListener('click', e => {
    const link = (e.target as Element).closest<HTMLAnchorElement>('a[href^="geo:"]');
    if (link) link.href = link.href.replace(/^geo:0,0\?/, 'maps:?');
  }, true);
}

// An iPad says that it is a Mac, but can be touched.
function isApples(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
}
