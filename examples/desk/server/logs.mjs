/** What a line of the log may say: neither addresses nor bodies nor anybody's words. */
const allowed = ['method', 'route', 'status', 'ms', 'role', 'code', 'type', 'stack', 'port', 'signal', 'count'];
/** And in which words. */
export const said = {
  request: 'request',
  failed: 'failed',
  listening: 'listening',
  stopping: 'stopping',
  stopped: 'stopped',
  seeded: 'seeded',
};
const words = new Set(Object.values(said));

/** Where something failed, without what it said: a message may have a guest's name in it. */
const framesOf = (stack) =>
  String(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 8);

const ofError = (error) => ({ type: error.name, code: error.code, stack: framesOf(error.stack) });

const only = (object) =>
  Object.fromEntries(allowed.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));

/** pino, by an allow-list: whatever is logged by whomever, no more than this comes out. */
export const loggerOptions = (level, destination) => ({
  level,
  base: null,
  ...(destination ? { stream: destination } : {}),
  serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
  formatters: { log: (object) => only(object.err instanceof Error ? ofError(object.err) : object) },
  hooks: {
    logMethod([first, second], method) {
      const details =
        first instanceof Error ? ofError(first) : typeof first === 'object' && first !== null ? first : {};
      const message = typeof first === 'string' ? first : second;
      method.call(this, details, words.has(message) ? message : 'other');
    },
  },
});
