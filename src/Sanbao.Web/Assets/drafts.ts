import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What somebody typed into a form and the server has not confirmed yet. It stays on this device until it has. */
export interface Draft {
  /** Who typed, and where the form is sent: another person at this device is offered nothing of it. */
  key: string;
  who: string;
  /** Where the form can be opened again, and what its page is called. */
  page: string;
  title: string;
  fields: [name: string, value: string][];
  files: { name: string; files: File[] }[];
  at: number;
  /** It was sent and nobody answered. */
  unsent: boolean;
}

interface Kept extends DBSchema { drafts: { key: string; value: Draft; indexes: { who: string } } }

/** Nobody comes back to a form after so long. */
const longest = 14 * 24 * 60 * 60 * 1000;

let opened: Promise<IDBPDatabase<Kept>> | undefined;
const open = (): Promise<IDBPDatabase<Kept>> => opened ??= openDB<Kept>('sanbao', 1, {
  upgrade: db => { db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('who', 'who'); },
});

export const who = (): string => document.querySelector<HTMLMetaElement>('meta[name="signed-in"]')?.content ?? '';

export async function keep(draft: Draft): Promise<void> { await (await open()).put('drafts', draft); }

export async function find(key: string): Promise<Draft | undefined> { return (await open()).get('drafts', key); }

export async function forget(key: string): Promise<void> { await (await open()).delete('drafts', key); }

/** Those of the person at this device, the newest first; what is too old goes. */
export async function all(): Promise<Draft[]> {
  const db = await open();
  const mine = await db.getAllFromIndex('drafts', 'who', who());
  for (const old of mine.filter(d => d.at < Date.now() - longest)) await db.delete('drafts', old.key);
  return mine.filter(d => d.at >= Date.now() - longest).sort((a, b) => b.at - a.at);
}
