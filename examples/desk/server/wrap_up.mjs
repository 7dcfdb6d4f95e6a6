import { Catalogue } from 'denwaban';
import { readFileSync } from 'node:fs';

/** What must be said before a call is done, and how long that may take, in seconds, where a centre says nothing else. */
const usualPolicy = {
  demand: 'required_with_data',
  timer: { limit: 60, extension: 30, extensions: 2 },
  default_outcome: 'other',
};

/**
 * A centre's wrap-up: its policy, what it has otherwise than the library's catalogue, and the catalogue that comes of it.
 * Throws a DenwabanError for changes that make none.
 */
export const wrapUpOf = ({ policy = usualPolicy, catalogue: changes = null } = {}) => ({
  policy,
  changes,
  catalogue: (changes ? Catalogue.default().with(JSON.stringify(changes)) : Catalogue.default()).toJSON(),
});
export const readWrapUp = (path) => wrapUpOf(path ? JSON.parse(readFileSync(path, 'utf8')) : {});
