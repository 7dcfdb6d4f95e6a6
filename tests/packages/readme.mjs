// `node readme.mjs FOLDER [COMMAND …]`: README's programs where a package is installed, by this Node or by a command.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepsItsPromises, programsOf } from './programs.mjs';

const [folder, ...command] = process.argv.slice(2);
const programs = programsOf(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));
assert.equal(programs.length, 2);
for (const text of programs) {
  rmSync(join(folder, 'evening.sqlite'), { force: true });
  keepsItsPromises(text, folder, command.length > 0 ? command : [process.execPath]);
}
