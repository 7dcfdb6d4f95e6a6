// The site, into build/site: pages out of what stands in the tree, then Astro. `tests/run.sh site` makes what it needs.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';

import { built, isOurs, isTrial, module, published, root } from './places.mjs';
import { stage } from './stage.mjs';

for (const needed of isTrial ? [] : ['build/reference', 'build/notebooks']) {
  if (!existsSync(join(root, needed))) throw new Error(`there is no ${needed}: tests/run.sh site makes it`);
}
const { files } = stage();

// What others link to as it is: the shapes, for validators.
rmSync(published, { recursive: true, force: true });
for (const file of files) {
  const target = join(published, file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, file), target);
}
cpSync(join(root, 'examples/desk/page/public/favicon.svg'), join(published, 'favicon.svg'));
if (isOurs) {
  for (const part of ['index.mjs', 'built'])
    cpSync(join(module, part), join(published, 'wasm', part), { recursive: true });
}
process.env.ASTRO_TELEMETRY_DISABLED = '1';
rmSync(built, { recursive: true, force: true });
await build({ root: import.meta.dirname });
// What Astro notes for itself.
for (const name of ['collections', 'content-assets.mjs', 'content-modules.mjs']) {
  rmSync(join(built, name), { recursive: true, force: true });
}
