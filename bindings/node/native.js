'use strict';
const { closeSync, openSync, readSync } = require('node:fs');

/** Which C library Node itself was linked with: its loader is named in its first bytes. */
const library = () => {
  if (process.platform !== 'linux') return '';
  const first = Buffer.alloc(2048);
  try {
    const file = openSync(process.execPath, 'r');
    readSync(file, first, 0, first.length, 0);
    closeSync(file);
  } catch {
    return '-gnu'; // What most have; the addon says when it does not load.
  }
  return first.includes('/ld-musl-') ? '-musl' : '-gnu';
};
const platform = `${process.platform}-${process.arch}${library()}`;

/** The addon of a package of this platform. Each name stands as it is, so that a bundler sees it. */
const prebuilt = () => {
  try {
    switch (platform) {
      case 'linux-x64-gnu':
        return require('@denwaban/linux-x64-gnu');
      case 'linux-arm64-gnu':
        return require('@denwaban/linux-arm64-gnu');
      case 'linux-x64-musl':
        return require('@denwaban/linux-x64-musl');
      case 'linux-arm64-musl':
        return require('@denwaban/linux-arm64-musl');
    }
  } catch (cause) {
    if (cause?.code !== 'MODULE_NOT_FOUND') return cause;
  }
  return undefined;
};
const built = () => {
  try {
    return require('../../build/node/denwaban.node');
  } catch (cause) {
    return cause;
  }
};

/** The addon: that of a package, else the one built from source; where neither loads, a word on what to do. */
const load = () => {
  const packed = prebuilt();
  if (packed && !(packed instanceof Error)) return packed;
  const made = built();
  if (!(made instanceof Error)) return made;
  const isMissing = !packed && made.code === 'MODULE_NOT_FOUND';
  const what = isMissing
    ? `no addon for ${platform} is there: @denwaban/${platform} is not installed, and none was built`
    : `the addon for ${platform} does not load`;
  const how = 'run "node node_modules/denwaban/bindings/node/build.mjs", which needs CMake and a C++20 compiler';
  throw Object.assign(new Error(`${what}; ${how}`, { cause: packed ?? made }), {
    code: isMissing ? 'addon_not_built' : 'addon_not_loaded',
  });
};

module.exports = load();
