import { forbidden, Problem } from './problems.mjs';

/** Longest search for seats that somebody may ask for, of each start. */
const mostMoves = 20_000;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses what the desk says itself. */
const without = (object, keys, place) => {
  const strange = keys.find((key) => Object.hasOwn(object, key));
  if (strange) throw new Problem('unknown_key', 'is said by the desk alone', `${place}/${strange}`);
  return object;
};
export const objectAt = (value, place) => {
  if (!isObject(value)) throw new Problem('wrong_type', 'must be an object', place);
  return value;
};
const actors = { agent: 'agent', supervisor: 'agent', restaurant: 'restaurant', guest: 'guest' };

const giver = ({ person, now, key }) => ({ actor: actors[person.role], who: person.who, now, key });

/** What a person may say of a deed of theirs: which limits they pass knowingly, and why. */
const byOf = (given, about, place) => {
  const by = without(objectAt(given ?? {}, place), ['actor', 'who', 'now', 'key', 'budget'], place);
  return { ...by, ...giver(about) };
};
const inside = (part) => (question, about) => {
  const command = objectAt(question[part], `/${part}`);
  return { ...question, [part]: { ...command, by: byOf(command.by, about, `/${part}/by`) } };
};

/** Deeds to a call that are somebody's. */
const deeds = ['complete', 'expire', 'amend', 'promise'];
/** And those that the centre's policy of wrap-up is for. */
const wrappedUp = ['draft', 'extend', 'complete', 'expire'];

/** What stands in an errand beside what is asked: when, by whom, under which key. */
export const deskSays = {
  nothing: (question) => question,
  now: (question, { now }) => ({ ...without(question, ['now'], ''), now }),
  request: (question, { now, key }) => ({ ...without(question, ['now', 'key'], ''), now, key }),
  requestBy: (question, { now, key, person }) => ({
    ...without(question, ['now', 'key', 'by'], ''),
    now,
    key,
    by: person.who,
  }),
  command: inside('command'),
  edit: inside('edit'),
  question: (question, { now }) => {
    const asked = without(objectAt(question.question, '/question'), ['now', 'budget'], '/question');
    if (asked.moves > mostMoves) throw new Problem('out_of_range', `must be at most ${mostMoves}`, '/question/moves');
    return { ...question, question: { ...asked, now } };
  },
  openCall: (question, { now, key, person }) => {
    const call = objectAt(question.call, '/call');
    const isOthers = person.role === 'agent' && call.agent && call.agent !== person.who;
    if (isOthers) throw forbidden('is another agent', '/call/agent');
    const agent = call.agent ?? (person.role === 'agent' ? person.who : null);
    return { ...without(question, ['now', 'key'], ''), call: { ...call, agent }, now, key };
  },
  changeCall: (question, { now, key, person, wrapUp: { policy, changes } }) => {
    const change = { ...objectAt(question.change, '/change') };
    const say = (names, said) => {
      for (const deed of names.filter((name) => change[name] !== undefined)) {
        const place = `/change/${deed}`;
        change[deed] = { ...without(objectAt(change[deed], place), Object.keys(said), place), ...said };
      }
    };
    say(deeds, { by: person.who });
    say(wrappedUp, { policy });
    const asked = without(question, ['now', 'key', 'catalogue'], '');
    return { ...asked, ...(changes && { catalogue: changes }), change, now, key };
  },
  agent: (question, { now, person }) => {
    if (person.role === 'agent' && question.agent !== person.who) throw forbidden('is another agent', '/agent');
    return deskSays.now(question, { now });
  },
  tool: (question, { now, person }) => {
    without(question, ['now', 'actor', 'who', 'phone', 'limits'], '');
    if (typeof question.session !== 'string') throw new Problem('wrong_type', 'must be a string', '/session');
    const session = `${person.key}/${question.session}`;
    return { ...question, session, actor: actors[person.role], who: person.who, now };
  },
};
