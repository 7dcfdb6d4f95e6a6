// `denwaban/wasm` as a package: what it exports, its size, its bundles, its types, its memory.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'bindings/browser/wasm/built');
const folder = mkdtempSync(join(tmpdir(), 'denwaban-wasm-'));
after(() => rmSync(folder, { recursive: true }));

const node = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  assert.equal(status, 0, stdout + stderr);
  return stdout.trim();
};
const bundle = (name, text, options) => {
  const { buildSync } = createRequire(join(root, 'build/packages/sources/package.json'))('esbuild');
  const outfile = join(folder, name, 'out.mjs');
  const stdin = { contents: text, resolveDir: root };
  buildSync({ stdin, outfile, bundle: true, format: 'esm', target: 'es2022', logLevel: 'silent', ...options });
  return outfile;
};
const question =
  "console.log(Rules.fromJapanese('月～金 17:00～翌2:00').hours().isOpen(Date.parse('2026-11-27T16:00Z')))";

test('the module and its JavaScript are no larger than docs/wasm.md says', () => {
  const sent = ['denwaban.wasm', 'load.mjs'].map((name) => brotliCompressSync(readFileSync(join(built, name))).length);
  assert.ok(sent[0] + sent[1] < 820_000, String(sent));
  assert.ok(statSync(join(built, 'denwaban.wasm')).size > 100_000);
});

test('what is exported, what is loaded and what is declared are the same', async () => {
  const wasm = await import('denwaban/wasm');
  const { load } = await import('denwaban/wasm/load');
  const names = Object.keys(wasm).sort();
  assert.deepEqual(Object.keys(await load('which of them is loaded already')).sort(), names);
  for (const name of names) assert.notEqual(wasm[name], undefined, name);
  const declared = readFileSync(join(root, 'bindings/browser/wasm/index.d.mts'), 'utf8').match(/export \{([^}]*)\}/)[1];
  assert.deepEqual(declared.match(/\w+/g).sort(), names);
});

test('a bundle of esbuild, with the module where the bundle looks for it', () => {
  const out = bundle('beside', `import { Rules } from 'denwaban/wasm'; ${question};`);
  cpSync(built, join(folder, 'beside/built'), { recursive: true });
  assert.equal(node(out), 'true');
});

test('a bundle of esbuild that brings the module along', () => {
  const text = `import { load } from 'denwaban/wasm/load';
    import module from 'denwaban/wasm/denwaban.wasm';
    const { Rules } = await load(new URL(module, import.meta.url)); ${question};`;
  assert.equal(node(bundle('along', text, { loader: { '.wasm': 'file' } })), 'true');
});

test('what does not load says so, and may be tried again', () => {
  const script = `import { readFileSync } from 'node:fs';
    import { load } from 'denwaban/wasm/load';
    const refused = await load(new Uint8Array([1, 2, 3])).catch((error) => error.constructor.name);
    const { Rules } = await load(readFileSync('${built}/denwaban.wasm'));
    console.log(refused, ${question.slice('console.log('.length)};`;
  assert.equal(node('--input-type=module', '--eval', script), 'CompileError true');
});

test('where it is not built, one sentence says what to run', () => {
  const elsewhere = join(folder, 'clone');
  cpSync(join(root, 'bindings/browser/wasm/index.mjs'), join(elsewhere, 'index.mjs'));
  const said = spawnSync(process.execPath, [join(elsewhere, 'index.mjs')], { encoding: 'utf8' });
  assert.notEqual(said.status, 0);
  assert.match(said.stderr, /denwaban\/wasm is not built here: run "npm run wasm"/);
});

test('its types are those of the Node package', () => {
  const usage = join(root, 'tests/wasm/usage.mts');
  const require = createRequire(import.meta.url);
  const compiler = join(root, 'node_modules/typescript', require('typescript/package.json').bin.tsc);
  const options = '--noEmit --strict --target es2022 --lib es2022 --module nodenext --types'.split(' ');
  node(compiler, ...options, '', usage);
  const wrong = join(root, 'tests/wasm/wrong_usage.mts');
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, '', wrong], { encoding: 'utf8' });
  assert.notEqual(status, 0);
  assert.match(stdout, /SqliteLedger/);
});

test('memory comes back from what nobody uses any more', () => {
  writeFileSync(
    join(folder, 'many.mjs'),
    `import { readFileSync } from 'node:fs';
    import { load } from '${join(built, 'load.mjs')}';
    const instantiate = WebAssembly.instantiate;
    let memory;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      ({ memory } = made.exports ?? made.instance.exports);
      return made;
    };
    const { Rules } = await load(readFileSync('${join(built, 'denwaban.wasm')}'));
    const some = async () => {
      for (let i = 0; i < 200; ++i) Rules.fromOsm('Mo-Fr 09:00-18:00').hours();
      for (let i = 0; i < 5; ++i) {
        gc();
        await new Promise((done) => setTimeout(done, 5));
      }
      return memory.buffer.byteLength;
    };
    await some();
    const before = await some();
    for (let i = 0; i < 5; ++i) await some();
    console.log((await some()) <= before * 1.5);`,
  );
  assert.equal(node('--expose-gc', join(folder, 'many.mjs')), 'true');
});
