'use strict';
// amazon-connect-streams in Node: what it asks of a browser while it loads, and the published bundle on it.
const storage = () => {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, String(value)),
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  };
};
const element = () => ({ style: {}, setAttribute() {}, appendChild() {}, addEventListener() {} });
const location = { href: 'http://localhost/', origin: 'http://localhost', protocol: 'http:', host: 'localhost' };

Object.assign(globalThis, {
  window: globalThis,
  self: globalThis,
  top: globalThis,
  parent: globalThis,
  frames: globalThis,
  location,
  localStorage: storage(),
  sessionStorage: storage(),
  addEventListener() {},
  removeEventListener() {},
  postMessage() {},
  RTCPeerConnection: class {},
  MediaStream: class {},
  Audio: class {},
  document: {
    createElement: element,
    addEventListener() {},
    getElementsByTagName: () => [],
    body: element(),
    documentElement: element(),
    location,
    cookie: '',
  },
});
Object.defineProperty(globalThis, 'navigator', {
  value: { userAgent: 'Mozilla/5.0 Chrome/120.0', mediaDevices: {}, permissions: { query: async () => ({}) } },
  configurable: true,
});

/** Streams keeps timers, which would keep a program from ending. */
const withIdleTimers = (act) => {
  const { setTimeout, setInterval } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (...all) => setTimeout(...all).unref(),
    setInterval: (...all) => setInterval(...all).unref(),
  });
  try {
    return act();
  } finally {
    Object.assign(globalThis, { setTimeout, setInterval });
  }
};
withIdleTimers(() => require('amazon-connect-streams'));
module.exports = globalThis.connect;
