/** The browser's clock. */
export const realClock = {
  now: () => Date.now(),
  schedule(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A clock that goes only when it is told to: `pass(milliseconds)`. */
export const makeClock = (start = Date.UTC(2026, 10, 22, 9)) => {
  let now = start;
  let timers = [];
  return {
    now: () => now,
    schedule(callback, milliseconds) {
      const timer = { callback, at: now + milliseconds };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = until;
    },
    waiting: () => timers.length,
  };
};
