// `node --import ./tests/wasm/instead_of_addon.mjs --test tests/node/rules.test.mjs`: the tests of Node's addon, with
// WebAssembly in its place.
import { register } from 'node:module';

const module = new URL('../../bindings/browser/wasm/index.mjs', import.meta.url).href;
const resolve = `(name, context, next) => name === 'denwaban' ? { url: '${module}', shortCircuit: true } : next(name, context)`;
register(`data:text/javascript,${encodeURIComponent(`export const resolve = ${resolve};`)}`);
