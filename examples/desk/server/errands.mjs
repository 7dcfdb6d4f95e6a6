import { run } from 'denwaban';

import { permissions } from './permissions.mjs';
import { forbidden, Problem } from './problems.mjs';
import { objectAt } from './said_by_desk.mjs';
import { checkScope, narrowed } from './scope.mjs';

/** Of a key that a client makes. */
const mostOfKey = 200;

/** The key of a request that writes; everybody has their own. */
const keyOf = ({ person, headers }, errand, { writes }) => {
  if (!writes) return undefined;
  const key = headers['idempotency-key'];
  const place = '/headers/idempotency-key';
  if (!key) throw new Problem('missing_key', `${errand} writes, and needs an Idempotency-Key`, place);
  if (key.length > mostOfKey) throw new Problem('too_large', `must be at most ${mostOfKey} characters`, place);
  if (!/^[\x21-\x7E]+$/.test(key)) throw new Problem('invalid_value', 'must be ASCII without spaces', place);
  return `desk#${person.key}#${key}`;
};

export const permissionOf = (errand) => {
  if (!Object.hasOwn(permissions, errand)) throw new Problem('not_found', 'there is no such errand', '/errand');
  return permissions[errand];
};

/** Asks an errand for somebody: if their role may, of what is theirs, in their name and now. */
export const ask = async ({ ledger, clock, deadline, wrapUp }, { person, headers = {} }, errand, question) => {
  const permission = permissionOf(errand);
  if (!permission.may.includes(person.role)) throw forbidden(`a ${person.role} may not ask ${errand}`, '/errand');
  const key = keyOf({ person, headers }, errand, permission);
  const now = new Date(clock()).toISOString();
  const said = permission.says(objectAt(question, ''), { person, now, key, wrapUp });
  await checkScope(permission, { person, ledger }, said);
  return narrowed(permission, person, await run(ledger, { [errand]: said }, { deadline }));
};
