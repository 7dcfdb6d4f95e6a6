'use strict';

/** Does an errand, and tells `observe`, if there is one, what it took. `work` is given what counts a retry. */
module.exports = async (observe, errand, work) => {
  if (observe === undefined) return work(() => {});
  const begun = performance.now();
  let retries = 0;
  const tell = (failed) => {
    const [name] = Object.keys(typeof errand === 'string' ? JSON.parse(errand) : errand);
    try {
      observe({ errand: name, retries, milliseconds: performance.now() - begun, failed });
    } catch (error) {
      process.emitWarning(error);
    }
  };
  let answer;
  try {
    answer = await work((more = 1) => (retries += more));
  } catch (error) {
    tell(error.code ?? error.name);
    throw error;
  }
  tell(null);
  return answer;
};
