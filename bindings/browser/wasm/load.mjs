import { instantiateNapiModule } from '@emnapi/core';
import { createContext } from '@emnapi/runtime';
import native from './native.js';

/** What WASI says where there is nothing of what is asked. */
const notSupported = 58;
/** Nothing of a system is there but a place to complain. */
const systemOf = (exports) => ({
  fd_write: (file, parts, count, written) => {
    const { buffer } = exports().memory;
    const memory = new DataView(buffer);
    const pieces = Array.from({ length: count }, (_, index) => {
      const [from, length] = [0, 4].map((of) => memory.getUint32(parts + 8 * index + of, true));
      return new Uint8Array(buffer, from, length);
    });
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
    console.error(text);
    memory.setUint32(
      written,
      pieces.reduce((sum, { length }) => sum + length, 0),
      true,
    );
    return 0;
  },
  fd_close: () => notSupported,
  fd_seek: () => notSupported,
});

/** Where a desk is given a ledger that only reads and commits. */
const nothingIsKept = () => {
  throw new TypeError('nothing is kept here: the ledger of a desk is to have run(errand)');
};

/** `isOpen` and `status` go straight into the module; Node-API says why where there is no answer. */
const quicken = ({ Hours, ...there }, { memory, is_open: isOpenAt, status: statusAt }) => {
  const { place } = Hours.prototype;
  const slots = new Float64Array(there.slots.length);
  let numbers = new Float64Array(memory.buffer);
  const askedOften = (hours) => {
    const [where, isOpen, status] = [place.call(hours), hours.isOpen(), hours.status()];
    return [
      (at) => {
        const answer = isOpenAt(where, at);
        return answer < 0 ? isOpen(at) : answer === 1;
      },
      (at) => {
        const first = statusAt(where, at) >>> 3;
        if (first === 0) status(at);
        // A memory that has grown is another buffer.
        if (numbers.length === 0) numbers = new Float64Array(memory.buffer);
        for (let slot = 0; slot < slots.length; ++slot) slots[slot] = numbers[first + slot];
      },
    ];
  };
  return { ...there, slots, askedOften, errand: nothingIsKept };
};

const moduleOf = async (given) => {
  const source = await given;
  if (!(source instanceof URL) || source.protocol !== 'file:') return source;
  // Said so that no bundler for browsers looks for it.
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ ['node:fs', 'promises'].join('/'));
  return readFile(source);
};

/** What keeps, and tables of records. */
const nodesAlone = new Set([
  'run',
  'Outbox',
  'Retention',
  'ToolDesk',
  'SqliteLedger',
  'bookingsCsv',
  'changesFromStream',
  'deliverChanges',
  'CallFacts',
  'KeptCallFacts',
  'Reconciler',
  'reconcile',
  'queueForecast',
  'staffingFor',
  'callForecast',
  'forecastError',
  'contactRecordsOf',
  'readContactRecord',
  'readKinesisContactRecords',
  'readDeliveredEvents',
  'isRedacted',
  'batchItemFailures',
  'bigQuerySchema',
  'bigQueryDescriptor',
  'bigQueryTableSql',
  'bigQueryMergeSql',
  'bigQueryStitchSql',
  'bigQueryStates',
  'bigQueryAgentDaysSql',
  'bigQueryFiguresSql',
  'bigQueryReconcileSql',
  'bigQueryResultsSql',
]);

const start = async (source) => {
  let exports;
  const { napiModule } = await instantiateNapiModule(await moduleOf(source), {
    context: createContext(),
    overwriteImports: (imports) => ({ ...imports, wasi_snapshot_preview1: systemOf(() => exports) }),
    beforeInit: ({ instance }) => {
      exports = instance.exports;
      exports._initialize();
    },
  });
  Object.assign(native, quicken(napiModule.exports, exports));
  // Not an import: it asks its addon as soon as it runs.
  const all = Object.entries(require('../../node/index.js'));
  return Object.fromEntries(all.filter(([name]) => !nodesAlone.has(name)));
};

let loading;

/**
 * All that `denwaban/wasm` has, of the module at a URL, in bytes, a Response, or compiled. There is one: who comes later
 * gets the same.
 */
export const load = (source) =>
  (loading ??= start(source).catch((error) => {
    loading = undefined;
    throw error;
  }));
