// What may be given beside what is asked for. A slip of the pen in an option would be for another call, or another party.
import { AdapterError } from './errors.mjs';

const refuse = (message) => {
  throw new AdapterError('not_possible', message);
};
const isLength = (value) => Number.isFinite(value) && value > 0;
const kinds = {
  contactId: ['a text', (value) => typeof value === 'string'],
  connectionId: ['a text', (value) => typeof value === 'string'],
  party: ['a text', (value) => typeof value === 'string'],
  queueARN: ['a text', (value) => typeof value === 'string'],
  timeout: ['milliseconds, more than 0', isLength],
  ringTimeout: ['milliseconds, more than 0', isLength],
  staleAfter: ['milliseconds, more than 0', isLength],
};

/** The options, none where there are none; throws where one is not of `known`, or not what it must be. */
export const readOptions = (name, options, known) => {
  if (options === undefined || options === null) return {};
  if (typeof options !== 'object') refuse(`${name}: the options must be an object`);
  for (const [key, value] of Object.entries(options)) {
    if (!known.includes(key)) refuse(`${name}: ${key} is not known here: ${known.join(', ')}`);
    const [what, isIt] = kinds[key] ?? [];
    if (isIt && value !== undefined && !isIt(value)) refuse(`${name}: ${key} must be ${what}`);
  }
  return options;
};
