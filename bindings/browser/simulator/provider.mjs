// The published amazon-connect-streams with something else than Amazon Connect behind it: no frame, no worker, no network.

/**
 * Begins streams on a bus of its own. `asked(method, params, callbacks)` is what it asks of Amazon Connect; `muted(isOff)`,
 * that the microphone is to be off or on.
 */
export const provide = (connect, { asked, muted }) => {
  let bus;
  let atFirst = 0;
  const broadcast = ({ event, data } = {}) => {
    if (event === connect.EventType.MUTE) muted(data.mute === true);
    else if (event) bus.trigger(event, data);
  };
  const begin = () => {
    bus = new connect.EventBus({});
    connect.core.eventBus = bus;
    connect.agent.initialized = false;
    connect.core.initialized = true;
    connect.core.endedEventTracker = new Set();
    connect.core.agentDataProvider = new connect.core.AgentDataProvider(bus);
    connect.core.client = new connect.ClientBase();
    connect.core.client._callImpl = asked;
    connect.core.mediaFactory = { get: async () => null };
    connect.core.upstream = {
      sendUpstream: (type, message) => type === connect.EventType.BROADCAST && broadcast(message),
      onUpstream: () => ({ unsubscribe() {} }),
      onAllUpstream: () => ({ unsubscribe() {} }),
    };
    atFirst = bus.subMap.getAllSubscriptions().length;
  };
  begin();
  return {
    begin,
    end: () => connect.core.terminate(),
    update: (shown) => bus.trigger(connect.AgentEvents.UPDATE, shown),
    microphone: (isOff) => bus.trigger(connect.AgentEvents.MUTE_TOGGLE, { muted: isOff }),
    trigger: (event, data) => bus.trigger(event, data),
    listeners: () => bus.subMap.getAllSubscriptions().length - atFirst,
  };
};
