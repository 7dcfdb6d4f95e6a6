// The adapter as it is shipped: by itself, and within the package for Node, into a folder that has nothing else.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'denwaban-adapter-'));
const modules = join(folder, 'node_modules');

const pack = (source) => {
  const told = execFileSync('npm', ['pack', source, '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [{ filename, files }] = JSON.parse(told);
  return { tarball: join(folder, filename), files: files.map(({ path }) => path) };
};
const packed = {};

before(() => {
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  packed.own = pack(join(root, 'bindings/browser'));
  packed.node = pack(root);
  const options = ['--offline', '--no-audit', '--no-fund', '--no-package-lock', '--no-save'];
  execFileSync('npm', ['install', ...options, packed.own.tarball], { cwd: folder, encoding: 'utf8' });
  // As npm lays it out, without what it is built with.
  mkdirSync(join(modules, 'denwaban'));
  execFileSync('tar', ['xzf', packed.node.tarball, '-C', join(modules, 'denwaban'), '--strip-components', '1']);
  for (const name of ['rxjs', 'tslib']) symlinkSync(join(root, 'node_modules', name), join(modules, name));
});
after(() => rmSync(folder, { recursive: true }));

const names = ['denwaban-adapter', 'denwaban/adapter'];

test('the package of its own has what a browser needs, and nothing to compile', () => {
  assert.ok(packed.own.files.includes('index.mjs') && packed.own.files.includes('index.d.ts'));
  assert.deepEqual(
    packed.own.files.filter((path) => !/^[a-z]+(\.d)?\.m?ts$|^[a-z]+\.mjs$|^package\.json$/.test(path)),
    [],
  );
  const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'bindings/browser/package.json'), 'utf8'));
  assert.deepEqual([scripts, dependencies], [undefined, undefined]);
});

test('the package for Node ships the same files, once', () => {
  for (const file of packed.own.files) {
    const places = packed.node.files.filter((path) => path === `bindings/browser/${file}`);
    assert.equal(places.length, 1, file);
  }
  assert.deepEqual(
    packed.node.files.filter((path) => path.endsWith('/tables.mjs')),
    ['bindings/browser/tables.mjs'],
  );
});

test('what the package for Node says of its own files is so', () => {
  const has = (path) =>
    packed.node.files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
  for (const file of packed.node.files.filter((path) => /\.(md|d\.ts)$/.test(path) && !/^src|^include/.test(path))) {
    const text = readFileSync(join(modules, 'denwaban', file), 'utf8').replaceAll(/^```.*?^```/gms, '');
    const links = [...text.matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g)].map(([, path]) => join(dirname(file), path));
    const named = [...text.matchAll(/\bdocs\/[\w./-]+\.(?:md|json)\b/g)].map(([path]) => path);
    for (const path of [...links, ...named]) assert.ok(has(path), `${file}: ${path}`);
  }
  assert.ok(
    has('docs/ledger.md') && has('examples/lambda/handler.mjs') && has('examples/restaurants/restaurants.json'),
  );
  assert.deepEqual(
    packed.node.files.filter((path) => path.includes('node_modules')),
    [],
  );
});

for (const name of names) {
  test(`${name} runs where it is installed, without an addon`, () => {
    const program = `
      import { AmazonConnectAdapter, emptyDesk, observe, readSnapshot } from '${name}';
      import { AmazonConnectAdapter as Bare } from '${name}/adapter.mjs';
      const { desk } = observe(emptyDesk, readSnapshot({ snapshotTimestamp: 1, state: { name: 'Available' } }));
      console.log(desk.state, Object.getPrototypeOf(AmazonConnectAdapter) === Bare);`;
    writeFileSync(join(folder, 'program.mjs'), program);
    assert.equal(
      execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' }),
      'available true\n',
    );
  });

  for (const [which, ...resolution] of [
    ['typescript-5', '--module', 'commonjs', '--moduleResolution', 'node10'],
    ['typescript-5', '--module', 'nodenext'],
    ['typescript', '--module', 'nodenext'],
    ['typescript', '--module', 'esnext', '--moduleResolution', 'bundler'],
  ]) {
    test(`${name} has types for ${which} ${resolution.at(-1)}`, () => {
      writeFileSync(
        join(folder, 'program.ts'),
        `import { AmazonConnectAdapter, type Call, type Health, type Streams } from '${name}';
         declare const connect: Streams;
         const adapter = new AmazonConnectAdapter({ connect });
         adapter.calls$.subscribe((calls: Call[]) => calls.map(({ state }) => state === 'customer_left'));
         adapter.health$.subscribe(({ state }: Health) => state === 'stale');
         // @ts-expect-error There is no such state.
         adapter.callStatus$.subscribe(({ state }) => state === 'asleep');`,
      );
      const manifest = require.resolve(`${which}/package.json`);
      const compiler = join(dirname(manifest), require(manifest).bin.tsc);
      const options = '--noEmit --strict --skipLibCheck --target es2022 --lib es2022,dom'.split(' ');
      const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, ...resolution, 'program.ts'], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stdout);
    });
  }
}
