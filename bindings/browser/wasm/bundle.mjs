// Makes built/load.mjs of load.mjs, of the Node package and of emnapi: `node bundle.mjs NODE_MODULES`.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [packages] = process.argv.slice(2).map((folder) => resolve(folder));
const { build } = createRequire(resolve(packages, 'package.json'))('esbuild');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** What Node has, and its addon, as browsers have them. */
const instead = {
  './native.js': here('native.js'),
  'node:util': here('util.js'),
  'node:timers/promises': here('timers.js'),
  'node:url': here('native.js'), // only files of SQLite ask it
};

await build({
  entryPoints: [here('load.mjs')],
  outfile: here('built/load.mjs'),
  bundle: true,
  minify: true,
  keepNames: true,
  format: 'esm',
  target: ['es2022'],
  nodePaths: [packages],
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'instead',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^(node:.*|\.\/native\.js)$/ }, ({ path }) =>
          instead[path] ? { path: instead[path] } : null,
        ),
    },
  ],
});
