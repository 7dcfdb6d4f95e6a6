// Modules of the desk's page, out of TypeScript; what they say is in Japanese, as in their source.
import { ofPage, root } from './page_desk.mjs';

const { build } = ofPage('esbuild');
globalThis.$localize ??= (parts, ...values) =>
  parts.map((part, at) => part.replace(/^:[^:]*:/, '') + (values[at] ?? '')).join('');

/** What some of its modules have, out of one bundle. */
export const loadOfPage = async (...paths) => {
  const contents = paths.map((path) => `export * from './${path}';`).join('\n');
  const resolveDir = `${root}examples/desk/page/src/app`;
  const made = await build({ stdin: { contents, resolveDir }, bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString('base64')}`);
};
