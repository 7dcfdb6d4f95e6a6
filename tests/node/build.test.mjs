// The install script, wherever a package manager puts us; CMake only takes down how it was called.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['node-api-headers', 'node-addon-api'];

/** A copy of ours without dependencies, an empty project beside it, and programs that only look like CMake and npm. */
const scene = (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [source, project, bin] = ['denwaban', 'project', 'bin'].map((name) => join(folder, name));
  for (const made of [project, bin]) mkdirSync(made);
  cpSync(join(root, 'package.json'), join(source, 'package.json'));
  cpSync(join(root, 'bindings/node/build.mjs'), join(source, 'bindings/node/build.mjs'));
  const program = (name, body) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program('cmake', `for option; do echo "$option"; done >> '${folder}/called'`);
  // Puts the packages where it is told to: `npm install --prefix FOLDER …`
  program(
    'npm',
    `mkdir "$3/node_modules"; for name in ${names.join(' ')}; do ln -s "${root}node_modules/$name" "$3/node_modules/$name"; done`,
  );
  const build = (environment) => {
    const { status, stderr } = spawnSync(process.execPath, [join(source, 'bindings/node/build.mjs')], {
      cwd: source,
      encoding: 'utf8',
      env: { PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`, CXX: 'c++', ...environment },
    });
    assert.equal(status, 0, stderr);
    const called = readFileSync(join(folder, 'called'), 'utf8');
    return ['API_HEADERS', 'ADDON_API'].map((key) => called.match(`-DDENWABAN_NODE_${key}=(.*)`)[1]);
  };
  const options = () => readFileSync(join(folder, 'called'), 'utf8').split('\n');
  const bring = (into) => {
    mkdirSync(join(into, 'node_modules'));
    for (const name of names) symlinkSync(resolve(root, 'node_modules', name), join(into, 'node_modules', name));
  };
  return { source, project, build, bring, options };
};
const real = [join(root, 'node_modules/node-api-headers/include'), join(root, 'node_modules/node-addon-api')];
const skip = process.platform === 'win32' ? 'needs a shell' : false;

test('headers beside us are found', { skip }, (t) => {
  const { source, build, bring } = scene(t);
  bring(source);
  assert.deepEqual(build({}), real);
});
test('headers of whoever installs us are found, where we are linked', { skip }, (t) => {
  const { project, build, bring } = scene(t);
  bring(project);
  assert.deepEqual(build({ INIT_CWD: project }), real);
});
test('headers that are nowhere are fetched', { skip }, (t) => {
  const { project, build } = scene(t);
  assert.deepEqual(build({ INIT_CWD: project }), real);
});
test('blanks within quotes belong to an option', { skip }, (t) => {
  const { source, build, bring, options } = scene(t);
  bring(source);
  build({ CMAKE_ARGS: '' });
  const before = options().length;
  assert.ok(!options().slice(0, -1).includes(''), 'nothing is no option');
  build({ CMAKE_ARGS: ` -DA="b c"  '-DD=e f' -DG=h` });
  assert.deepEqual(
    ['-DA=b c', '-DD=e f', '-DG=h'].filter(
      (option) =>
        !options()
          .slice(before - 1)
          .includes(option),
    ),
    [],
  );
});
