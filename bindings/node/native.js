'use strict';

/** The addon; where it does not load, a word on what to do. */
const load = () => {
  try {
    return require('../../build/node/denwaban.node');
  } catch (cause) {
    const isMissing = cause?.code === 'MODULE_NOT_FOUND';
    const what = isMissing ? 'the addon has not been built' : 'the addon does not load';
    const how = [
      'run "npm rebuild denwaban"',
      'with pnpm "pnpm approve-builds" first',
      'wherever no package manager runs it, "node node_modules/denwaban/bindings/node/build.mjs"',
    ].join('; ');
    throw Object.assign(new Error(`${what}: ${how}. It needs CMake and a C++20 compiler`, { cause }), {
      code: isMissing ? 'addon_not_built' : 'addon_not_loaded',
    });
  }
};

module.exports = load();
