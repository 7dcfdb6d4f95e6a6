'use strict';

/** Of Node's `timers/promises`, what the Node package asks of it. */
module.exports = { setTimeout: (milliseconds, value) => new Promise((done) => setTimeout(done, milliseconds, value)) };
