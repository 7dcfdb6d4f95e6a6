// What it takes to begin, in many fresh processes: an addon that does nothing, ours, all of denwaban, and what else one
// might load. `node start_bench.mjs [python]`, whose packages are looked at too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const starts = 40;
const folder = mkdtempSync(join(tmpdir(), 'start-bench-'));

/** An addon of Node-API with nothing in it. */
const makeEmpty = () => {
  const { include_dir: headers } = createRequire(join(root, 'package.json'))('node-api-headers');
  const addon = join(folder, 'empty.node');
  writeFileSync(join(folder, 'empty.c'), '#include <node_api.h>\nNAPI_MODULE_INIT() { (void)env; return exports; }\n');
  execFileSync('cc', ['-O2', '-shared', '-fPIC', `-I${headers}`, join(folder, 'empty.c'), '-o', addon]);
  return addon;
};

/** Milliseconds, each in a process of its own; what the program prints. */
const timesOf = (program, ...args) =>
  Array.from({ length: starts }, () => Number(execFileSync(program, args, { cwd: root, encoding: 'utf8' })));
const told = (name, times) => {
  times.sort((a, b) => a - b);
  const [least, median] = [times[0], times[starts / 2]].map((time) => time.toFixed(1).padStart(7));
  console.log(`${name.padEnd(34)} ${least} ms at least ${median} ms median`);
};

const inNode = (what) =>
  timesOf(
    process.execPath,
    '-e',
    `const from = process.hrtime.bigint(); ${what}; console.log(Number(process.hrtime.bigint() - from) / 1e6)`,
  );
const loaded = (addon) => `process.dlopen({ exports: {} }, ${JSON.stringify(addon)})`;
const required = (name) => `require(${JSON.stringify(name)})`;

const nodes = {
  'an empty addon': loaded(makeEmpty()),
  'our addon': loaded(join(root, 'build/node/denwaban.node')),
  "require('denwaban')": required(join(root, 'bindings/node/index.js')),
  "require('opening_hours')": required('opening_hours'),
};
for (const [name, what] of Object.entries(nodes)) told(name, inNode(what));

const [python] = process.argv.slice(2);
if (python) {
  const program = (what) =>
    `import time; start = time.perf_counter(); ${what}; print((time.perf_counter() - start) * 1e3)`;
  for (const name of ['decimal', 'denwaban', 'pandas', 'polars']) {
    told(`import ${name}`, timesOf(python, '-c', program(`import ${name}`)));
  }
}
rmSync(folder, { recursive: true });
