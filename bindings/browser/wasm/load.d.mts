/** All that `denwaban/wasm` has. */
export type Denwaban = typeof import('./index.mjs');

/**
 * Loads the module from where a bundler or a worker has it: its URL, its bytes, a `Response` with them, or a
 * `WebAssembly.Module`. There is one: who comes later gets the same, whatever they name. Rejects with what fetching or
 * compiling says, and may then be asked again.
 */
export function load(source: string | object | Promise<object>): Promise<Denwaban>;
