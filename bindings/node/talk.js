'use strict';

/** What callers mean, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, textOf, documentOf, hoursOf }) => {
  const understand = (text, { hours, ...hearing }) => {
    const known = hours === undefined || hours === null ? undefined : hoursOf(hours);
    return JSON.parse(native.understand(textOf(text), documentOf(hearing), known));
  };

  return { understand };
};
