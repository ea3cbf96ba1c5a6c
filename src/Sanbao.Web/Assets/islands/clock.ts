import type { Island } from '../islands';

// Counts a deadline down. The server has written the same words already (Clock.razor); here they only keep moving. The server's
// clock counts, not the one of this machine: the page says what time it was when it was made.
const said = document.documentElement.dataset;
const SOON = 3_600_000;
const skew = serverNow() - Date.now();
const clocks = new Set<HTMLElement>();
let timer: ReturnType<typeof setTimeout> | undefined;

export const tick: Island = element => {
  clocks.add(element);
  schedule();
};

function serverNow(): number {
  const now = said['now'];
  return now ? Date.parse(now) : Date.now();
}

function schedule(): void {
  clearTimeout(timer);
  for (const clock of clocks) if (!clock.isConnected) clocks.delete(clock);
  if (clocks.size === 0) return;
  const left = [...clocks].map(clock => Math.abs(show(clock)));
  // Seconds are shown in the last hour only; otherwise a minute is fine enough.
  timer = setTimeout(schedule, Math.min(...left) < 3_700_000 ? 1000 : 20_000);
}

/** Writes the remaining time and returns it in milliseconds; negative is late. */
function show(clock: HTMLElement): number {
  const left = Date.parse(clock.dataset['due']!) - (Date.now() + skew);
  clock.classList.toggle('clock-late', left < 0);
  clock.classList.toggle('clock-soon', left >= 0 && left <= SOON);
  if (clock instanceof HTMLProgressElement) {
    const from = Date.parse(clock.dataset['from']!);
    clock.value = 1 - Math.max(left, 0) / (Date.parse(clock.dataset['due']!) - from);
  }
  const target = clock.querySelector<HTMLElement>('[data-left]');
  if (target) {
    const text = (left < 0 ? said['clockLate'] : said['clockLeft'])!.replace('{0}', duration(Math.abs(left)));
    if (target.textContent !== text) target.textContent = text;
  }
  return left;
}

function duration(milliseconds: number): string {
  const [d, h, m, s] = said['clockUnits']!.split('|');
  const seconds = Math.floor(milliseconds / 1000), minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
  if (days > 0) return both(days, d, hours % 24, h);
  if (hours > 0) return both(hours, h, minutes % 60, m);
  return both(minutes, m, seconds % 60, s);
}

function both(large: number, largeUnit: string | undefined, small: number, smallUnit: string | undefined): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
