'use strict';

/** Of Node's module of this name, what the Node package asks of it. */
const inspect = (value) => JSON.stringify(value);
inspect.custom = Symbol.for('nodejs.util.inspect.custom');

const isDate = (value) => {
  try {
    Date.prototype.getTime.call(value);
    return true;
  } catch {
    return false;
  }
};

module.exports = { inspect, types: { isDate } };
