// What every page of the console has. A page works without it; each island adds a hand where the browser alone has none.
import './htmx';
import { island, mountIn } from './islands';
import { keys } from './islands/keys';
import { menus } from './islands/menus';
import { tick } from './islands/clock';
import { confirmations } from './islands/confirm';
import { copies } from './islands/copy';
import { combobox } from './islands/combobox';
import { draft } from './islands/draft';
import { firstField } from './islands/first-field';
import { dayChips } from './islands/day-chips';
import { list } from './islands/list';
import { live } from './islands/live';
import { maps } from './islands/maps';
import { mentions } from './islands/mentions';
import { press, presses } from './islands/press';
import { themeSwitch } from './islands/theme-switch';
import { unsent } from './islands/unsent';

island('keys', async () => keys);
island('clock', async () => tick);
island('combobox', async () => combobox);
island('draft', async () => draft);
island('first-field', async () => firstField);
island('day-chips', async () => dayChips);
island('list', async () => list);
island('live', async () => live);
island('mentions', async () => mentions);
island('press', async () => press);
island('theme', async () => themeSwitch);
island('unsent', async () => unsent);
// Heavy ones come in their own file, and only where a page has such an element.
island('select', async () => (await import('./islands/select')).select);
island('intake', async () => (await import('./islands/intake')).intake);
island('files', async () => (await import('./islands/files')).files);

menus();
confirmations();
copies();
maps();
presses();
mountIn(document);
document.addEventListener('htmx:after:process', e => { if (e.target instanceof Element) mountIn(e.target); });
