'use strict';

/** What is done to a reservation and needs no more than its id. */
const simple = {
  arrivePartly: 'arrive_partly',
  assign: 'assign',
  unpin: 'unpin',
  unassign: 'unassign',
  undo: 'undo',
};

/** What is done to a reservation, or to all of its group: `whom`. */
const ofGroup = ['request', 'confirm', 'reconfirm', 'decline', 'miss'];

const commands = {
  bookGroup: (wanted, by) => ({ ...wanted, do: 'book_group', by }),
  book: (wanted, by) => ({ ...wanted, do: 'book', by }),
  walkIn: (wanted, by) => ({ ...wanted, do: 'walk_in', by }),
  change: (booking, changes, by) => ({ ...changes, do: 'change', booking, by }),
  changeDetails: (booking, details, by) => ({ do: 'change_details', booking, details, by }),
  cancel: (booking, by, { reason, whom } = {}) => ({ do: 'cancel', booking, reason, whom, by }),
  seat: (booking, by, { tables } = {}) => ({ do: 'sit_down', booking, tables, by }),
  runLate: (booking, by, { at } = {}) => ({ do: 'run_late', booking, at, by }),
  renew: (booking, by, { heldUntil, whom } = {}) => ({ do: 'renew', booking, held_until: heldUntil, whom, by }),
  takeUp: (booking, by, { begin } = {}) => ({ do: 'take_up', booking, begin, by }),
  swapTables: (booking, other, by) => ({ do: 'swap', booking, with: other, by }),
  finish: (booking, by) => ({ do: 'leave', booking, by }),
  pin: (booking, by, { tables } = {}) => ({ do: 'pin', booking, tables, by }),
  blockTable: (block, by) => ({ ...block, do: 'block', by }),
  unblockTable: (block, by) => ({ ...block, do: 'unblock', by }),
};
for (const deed of ofGroup) commands[deed] = (booking, by, { whom } = {}) => ({ do: deed, booking, whom, by });
for (const [name, deed] of Object.entries(simple)) commands[name] = (booking, by) => ({ do: deed, booking, by });

/** What else each may be told, behind who gives it. */
const optionsOf = {
  cancel: ['reason', 'whom'],
  seat: ['tables'],
  runLate: ['at'],
  renew: ['heldUntil', 'whom'],
  takeUp: ['begin'],
  pin: ['tables'],
  ...Object.fromEntries(ofGroup.map((name) => [name, ['whom']])),
};

const addMethods = ({ prototype }, methods) => {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
};

/** Gives whoever can `order(command())` a method for each thing that can be done. */
const addCommands = (made, taken, order) => {
  const methodOf = (name, commandOf) =>
    function (...given) {
      return order.call(this, () => {
        taken(given[commandOf.length] ?? {}, optionsOf[name] ?? []);
        return commandOf(...given);
      });
    };
  addMethods(made, Object.fromEntries(Object.entries(commands).map(([name, of]) => [name, methodOf(name, of)])));
};

module.exports = { addCommands, addMethods };
