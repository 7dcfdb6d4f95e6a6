import type { ScriptedCaller } from './index.js';

/** The restaurants' numbers, as examples/restaurants has them. */
export declare const lines: string[];
/** Sixty callers, in the order in which they call; one every `gap` milliseconds (60 000) or so. The same for the same seed. */
export declare const evening: (options?: { seed?: number; gap?: number }) => ScriptedCaller[];
