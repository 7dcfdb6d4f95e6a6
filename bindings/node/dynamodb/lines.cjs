'use strict';

const { randomBytes } = require('node:crypto');
const { createReadStream } = require('node:fs');
const { open, rename, rm, stat } = require('node:fs/promises');
const { dirname } = require('node:path');
const { StringDecoder } = require('node:string_decoder');
const { fileURLToPath } = require('node:url');
const { DenwabanError } = require('../index.js');

const codes = {
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  EROFS: 'read_only',
};
const isOfFile = (error) => typeof error?.code === 'string' && typeof error?.syscall === 'string';
/** A file's error in our words. */
const inOurWords = (error) =>
  isOfFile(error)
    ? new DenwabanError([{ code: codes[error.code] ?? 'invalid_value', message: error.message, where: '' }])
    : error;

const pathOf = (path) => (typeof path?.href === 'string' ? fileURLToPath(path.href) : path);

const syncFolder = async (path) => {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Only a file is replaced, and no device, pipe or folder. */
const checkReplaceable = async (path) => {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.isFile()) return;
  throw new DenwabanError([{ code: 'invalid_value', message: `${path} is no file`, where: '' }]);
};

/** A file of the user's alone, there whole or not at all: `write` is given what appends to it. */
const writeWhole = async (given, write) => {
  const path = pathOf(given);
  await checkReplaceable(path);
  const partial = `${path}.partial-${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await write((text) => file.appendFile(text));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    await syncFolder(path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw inOurWords(error);
  }
};

/** The longest body, every character escaped. */
const longestLine = 20_000_000;

/** The lines of a file without their ends. */
async function* linesOf(given) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const bytes of createReadStream(pathOf(given))) {
      const pieces = decoder.write(bytes).split('\n');
      pieces[0] = rest + pieces[0];
      rest = pieces.pop();
      if (rest.length > longestLine) {
        throw new DenwabanError([{ code: 'too_large', message: 'a line is longer than any of a ledger', where: '' }]);
      }
      yield* pieces;
    }
  } catch (error) {
    throw inOurWords(error);
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

module.exports = { writeWhole, linesOf };
