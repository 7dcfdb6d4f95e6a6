// The simulator as it is shipped, beside the adapter and streams, in a folder that has nothing else.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'bindings/browser/simulator');
const folder = mkdtempSync(join(tmpdir(), 'denwaban-simulator-'));
let files;

const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });
before(() => {
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  const [packed] = JSON.parse(npm('pack', source, '--json', '--ignore-scripts', '--pack-destination', folder));
  files = packed.files.map(({ path }) => path);
  const quiet = ['--offline', '--no-audit', '--no-fund', '--no-package-lock', '--no-save', '--legacy-peer-deps'];
  npm('install', ...quiet, join(folder, packed.filename));
  symlinkSync(join(root, 'node_modules/amazon-connect-streams'), join(folder, 'node_modules/amazon-connect-streams'));
});
after(() => rmSync(folder, { recursive: true }));

test('has its modules and types, and nothing to build', () => {
  assert.deepEqual(
    files.filter((path) => !/^[a-z_]+(\.d)?\.(mjs|cjs|ts|mts|cts)$|^(package\.json|README\.md)$/.test(path)),
    [],
  );
  for (const path of ['index.mjs', 'index.d.ts', 'evening.mjs', 'evening.d.mts', 'node.cjs', 'README.md'])
    assert.ok(files.includes(path), path);
  const { scripts, dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  assert.deepEqual([scripts, dependencies], [undefined, undefined]);
});

test("README's program in Node runs where it is installed", () => {
  const [program] = readFileSync(join(source, 'README.md'), 'utf8').match(/(?<=```js\n)import \{ makeClock.*?(?=```)/s);
  const guests = `
    import { evening } from 'denwaban-connect-simulator/evening';
    simulated.script(evening(), { speed: 0 });
    console.log(simulated.centre.status.name, simulated.next(), simulated.centre.coming.length);
    simulated.dispose();`;
  writeFileSync(join(folder, 'program.mjs'), program + guests);
  const said = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  assert.equal(said.trim().split('\n').at(-1), 'MissedCallAgent true 59');
});

for (const [which, ...resolution] of [
  ['typescript', '--module', 'nodenext'],
  ['typescript', '--module', 'esnext', '--moduleResolution', 'bundler'],
]) {
  test(`has types for ${which} ${resolution.at(-1)}`, () => {
    writeFileSync(
      join(folder, 'program.ts'),
      `import { keepIn, makeClock, simulateConnect, step, type Notice } from 'denwaban-connect-simulator';
       import { evening } from 'denwaban-connect-simulator/evening';
       import connect from 'denwaban-connect-simulator/node';
       const clock = makeClock();
       const simulated = simulateConnect({ connect, clock, keep: keepIn(sessionStorage), settings: { ringsFor: 1000 } });
       const number: string | null | undefined = simulated.ring({ kind: 'callback', number: null }).get()?.number;
       simulated.script(evening({ seed: 7 }), { speed: 2 });
       simulated.on((notice: Notice) => notice.type === 'said' && notice.text.length);
       simulated.set({ lines: { '+81350000999': { does: 'engaged' } } });
       const { state, answer } = step(simulated.centre, { type: 'asked', method: 'acceptContact', params: {} }, 0);
       void [number, state.contacts[0]?.legs, answer?.failure?.message];
       // @ts-expect-error There is no such kind.
       simulated.ring({ kind: 'fax' });
       // @ts-expect-error A line does no such thing.
       simulated.set({ lines: { x: { does: 'sings' } } });`,
    );
    const manifest = require.resolve(`${which}/package.json`);
    const compiler = join(dirname(manifest), require(manifest).bin.tsc);
    const options = '--noEmit --strict --skipLibCheck false --target es2022 --lib es2022,dom --esModuleInterop'.split(
      ' ',
    );
    const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, ...resolution, 'program.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
}
