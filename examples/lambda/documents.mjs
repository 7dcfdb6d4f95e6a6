import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Where a document lies, beside the handlers if it says no more. */
export const placeOf = (path) => resolve(here, path);

export const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A file with a list of restaurants, or a folder with a file for each. */
export const readAll = (path) => {
  if (!statSync(path).isDirectory()) return read(path);
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().flatMap((name) => read(join(path, name)));
};
