// Where the adapter's tests play: a scripted double of amazon-connect-streams, and the published bundle.
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { makeClock as makeClockAt } from '../../bindings/browser/simulator/clock.mjs';
import published from '../../bindings/browser/simulator/node.cjs';
import { start, update } from './streams_desk.mjs';
import { makeDouble } from './streams_double.mjs';
import { makePublished } from './streams_published.mjs';

/** A clock that goes only when it is told to. */
export const makeClock = () => makeClockAt(start * 1000);

export const collect = (observable) => {
  const values = [];
  observable.subscribe((value) => values.push(value));
  return values;
};
/** How a promise stands once all that waits has run. */
export const standing = async (promise) => {
  let result = 'open';
  promise.then(
    (value) => (result = { done: value.state ?? value }),
    (error) => (result = error.code),
  );
  await new Promise((resolve) => setImmediate(resolve));
  return result;
};
export const last = (list) => list.at(-1);

/** The adapter around streams, on a clock of its own. */
const sceneOf =
  (make) =>
  (more = {}) => {
    const streams = make();
    const clock = makeClock();
    const { now, schedule } = clock;
    const adapter = new AmazonConnectAdapter({ connect: streams.connect, now, schedule, ...more });
    let seconds = 0;
    const see = (shown, with_) => streams.feed(update(++seconds, shown, with_));
    const asks = () => streams.asked.map(([what]) => what).filter((what) => what !== 'getEndpoints');
    return { ...streams, clock, adapter, see, asks, options: { now, schedule } };
  };

/** Once around the double, once around what is published. */
export const stages = [
  ['double', makeDouble],
  ['published bundle', () => makePublished(published)],
].map(([name, make]) => ({ name, make, scene: sceneOf(make) }));
