// Where the simulator's tests play: the adapter, streams' published bundle and the simulator, on one clock.
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { makeClock, simulateConnect } from '../../bindings/browser/simulator/index.mjs';
import connect from '../../bindings/browser/simulator/node.cjs';

const tick = () => new Promise((resolve) => setImmediate(resolve));

export const collect = (observable) => {
  const values = [];
  observable.subscribe((value) => values.push(value));
  return values;
};
export const makeScene = (options = {}) => {
  const clock = options.clock ?? makeClock();
  const { now, schedule } = clock;
  const simulated = simulateConnect({ connect, clock, series: '0a0b0c0d', ...options });
  const adapter = new AmazonConnectAdapter({ connect, now, schedule });
  const told = Object.fromEntries(
    ['callStatus$', 'calls$', 'agentStatus$', 'errors$', 'onInboundCallIncoming', 'onInboundCallAccepted'].map(
      (name) => [name, collect(adapter[name])],
    ),
  );
  const pass = async (milliseconds) => {
    const most = Math.max(100, milliseconds / 40);
    for (let left = milliseconds; left > 0; left -= most) {
      clock.pass(Math.min(most, left));
      await tick();
    }
    await tick();
  };
  /** What a wish comes to within the time: its state, or why not. */
  const comesTo = async (wish, milliseconds = 1000) => {
    let result = 'open';
    wish.then(
      ({ state }) => (result = state),
      ({ code }) => (result = code),
    );
    await pass(milliseconds);
    return result;
  };
  const end = () => {
    adapter.dispose();
    simulated.dispose();
  };
  const call = () => told.callStatus$.at(-1).state;
  const agent = () => told.agentStatus$.at(-1).status.name;
  const errors = () => told.errors$.map(({ code }) => code);
  return { clock, simulated, adapter, told, pass, comesTo, end, call, agent, errors };
};
