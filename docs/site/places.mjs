import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The tree. */
export const root = resolve(import.meta.dirname, '../..');
/** The pages that Astro reads, where it finds the packages that they name. */
export const staged = join(import.meta.dirname, 'pages');
/** The files that it publishes as they are. */
export const published = join(root, 'build/site-files');
/** Where the site will lie on its server, ended by a slash. */
export const base = `${process.env.DENWABAN_SITE_BASE ?? ''}/`.replace(/^\/*/, '/');
/** A trial has no reference, and lies beside the site: for what is tested with a module that is none of ours. */
export const isTrial = process.env.DENWABAN_SITE_TRIAL === '1';
export const built = join(root, isTrial ? 'build/site-trial' : 'build/site');

/** `denwaban/wasm`, where it has been built. */
export const module = join(root, 'bindings/browser/wasm');
const isBuilt = existsSync(join(module, 'built/denwaban.wasm'));
/** The address of its ES module; without one there is no playground. */
export const wasm = process.env.DENWABAN_WASM ?? (isBuilt ? `${base}wasm/index.mjs` : '');
export const isOurs = isBuilt && process.env.DENWABAN_WASM === undefined;
