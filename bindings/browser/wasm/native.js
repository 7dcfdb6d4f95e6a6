'use strict';

/** What index.js of the Node package asks instead of its addon: load.mjs fills it before index.js runs. */
module.exports = {};
