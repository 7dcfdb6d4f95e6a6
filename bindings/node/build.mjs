// Builds the addon into build/node: the install script of the npm package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = resolve(root, 'build/node');

const fail = (message) => {
  console.error(`denwaban: ${message}`);
  process.exit(1);
};
const has = (program) => spawnSync(program, ['--version']).status === 0;
const run = (program, ...options) => {
  const { status } = spawnSync(program, options, { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail(`${program} failed, see above`);
};

if (!has('cmake')) fail('needs CMake 3.24 or newer (apt-get install cmake)');
if (![process.env.CXX, 'c++', 'g++', 'clang++'].some((compiler) => compiler && has(compiler))) {
  fail('needs a C++20 compiler: GCC 12, Clang 14 or newer (apt-get install g++)');
}

/**
 * Where the headers of Node-API are: beside us or further up; where we are linked, with whoever installs us; else, for
 * npm puts nothing beside what it links, in a folder of the build that npm fills now.
 */
const headers = () => {
  // A published package has them where nobody installs them: its addons are built.
  const { dependencies, devDependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const versions = { ...devDependencies, ...dependencies };
  const names = ['node-api-headers', 'node-addon-api'];
  const own = resolve(folder, 'headers');
  const find = () => {
    const places = [root, process.env.INIT_CWD, process.env.npm_config_local_prefix, own].filter(Boolean);
    const requires = places.map((place) => createRequire(resolve(place, 'package.json')));
    return names.map((name) => {
      for (const require of requires) {
        try {
          return resolve(require(name).include_dir);
        } catch {
          // The next place, then.
        }
      }
      return null;
    });
  };
  if (find().includes(null)) {
    mkdirSync(own, { recursive: true });
    const wanted = names.map((name) => `${name}@${versions[name]}`);
    run(
      'npm',
      'install',
      '--prefix',
      own,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...wanted,
    );
  }
  const [api, addon] = find();
  if (!api || !addon) fail(`needs ${names.join(' and ')} (npm install --install-links brings them)`);
  return [`-DDENWABAN_NODE_API_HEADERS=${api}`, `-DDENWABAN_NODE_ADDON_API=${addon}`];
};

const options = [
  '-S',
  root,
  '-B',
  folder,
  '-DCMAKE_BUILD_TYPE=Release',
  '-DDENWABAN_NODE=ON',
  '-DDENWABAN_INSTALL=OFF',
  '-DDENWABAN_CLI=OFF',
  ...headers(),
];
// Blanks within quotes belong to an option.
const given = process.env.CMAKE_ARGS?.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
options.push(...given.map((option) => option.replaceAll(/["']/g, '')));
if (!existsSync(resolve(folder, 'CMakeCache.txt')) && has('ninja')) options.push('-G', 'Ninja');
if (!process.env.CMAKE_CXX_COMPILER_LAUNCHER && has('ccache')) options.push('-DCMAKE_CXX_COMPILER_LAUNCHER=ccache');
const jobs = process.env.CMAKE_BUILD_PARALLEL_LEVEL ?? availableParallelism?.() ?? cpus().length;

run('cmake', ...options);
run('cmake', '--build', folder, '--target', 'denwaban_node', '--parallel', String(jobs));

// Beside us in our own tree, not in a package: the example then runs without an install of its own.
const example = resolve(root, 'examples/lambda');
const link = resolve(example, 'node_modules/denwaban');
if (existsSync(example) && !existsSync(link)) {
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync('../../..', link, 'dir');
}
