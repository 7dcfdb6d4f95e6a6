'use strict';
const { closeSync, openSync, readSync } = require('node:fs');

/** The loader that a program asks for: an ELF file's program headers say where in it that is written. */
const loaderOf = (program) => {
  const file = openSync(program, 'r');
  const read = (length, position) => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, position));
  };
  try {
    const header = read(64, 0);
    const is64BitLittleEndian = header.toString('latin1', 0, 6) === '\x7fELF\x02\x01';
    if (!is64BitLittleEndian) return undefined;
    const entrySize = header.readUInt16LE(54);
    const entries = read(entrySize * header.readUInt16LE(56), Number(header.readBigUInt64LE(32)));
    for (let at = 0; at < entries.length; at += entrySize) {
      const isInterpreter = entries.readUInt32LE(at) === 3;
      if (!isInterpreter) continue;
      const [position, length] = [8, 32].map((field) => Number(entries.readBigUInt64LE(at + field)));
      return read(Math.min(length, 4096), position).toString('latin1');
    }
    return undefined;
  } finally {
    closeSync(file);
  }
};
/** As Node's own report has it, which takes milliseconds. */
const isReportedAsMusl = () => {
  const { report } = process;
  const { excludeNetwork } = report;
  report.excludeNetwork = true; // else it asks for the names of all connections' ends
  try {
    return !report.getReport().header.glibcVersionRuntime;
  } finally {
    report.excludeNetwork = excludeNetwork;
  }
};
/** Which C library Node itself was linked with. */
const library = () => {
  if (process.platform !== 'linux') return '';
  try {
    const loader = loaderOf(process.execPath);
    // A loader that was told which program to start asks for none.
    const isMusl = loader ? loader.includes('/ld-musl-') : isReportedAsMusl();
    return isMusl ? '-musl' : '-gnu';
  } catch {
    return '-gnu'; // What most have; the addon says when it does not load.
  }
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
      case 'darwin-x64':
        return require('@denwaban/darwin-x64');
      case 'darwin-arm64':
        return require('@denwaban/darwin-arm64');
      case 'win32-x64':
        return require('@denwaban/win32-x64');
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
