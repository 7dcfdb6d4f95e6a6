// The published amazon-connect-streams, with a client that notes what it is asked for in place of Amazon Connect.
import { provide } from '../../bindings/browser/simulator/provider.mjs';

/** `asked` holds `[what, params, callbacks]` in the words of streams' API. */
export const makePublished = (connect) => {
  const asked = [];
  const { begin, end, update, microphone, trigger, listeners } = provide(connect, {
    asked: (...all) => asked.push(all),
    muted: (mute) => asked.push(['mute', { mute }]),
  });
  return {
    connect,
    asked,
    feed: update,
    toggleMute: microphone,
    trigger,
    terminate: end,
    /** What of `initCCP` needs no frame. */
    initCCP: begin,
    listeners,
  };
};
