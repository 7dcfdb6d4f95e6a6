// The published amazon-connect-streams, with a client that notes what it is asked for in place of Amazon Connect.

/** `asked` holds `[what, params, callbacks]` in the words of streams' API. */
export const makePublished = (connect) => {
  const asked = [];
  let bus;
  const begin = () => {
    bus = new connect.EventBus({});
    connect.core.eventBus = bus;
    connect.agent.initialized = false;
    connect.core.endedEventTracker = new Set();
    connect.core.agentDataProvider = new connect.core.AgentDataProvider(bus);
  };
  begin();
  connect.core.client = new connect.ClientBase();
  connect.core.client._callImpl = (method, params, callbacks) => asked.push([method, params, callbacks]);
  connect.core.upstream = {
    sendUpstream(type, message) {
      if (message?.event === connect.EventType.MUTE) asked.push(['mute', message.data]);
    },
  };
  const atFirst = bus.subMap.getAllSubscriptions().length;
  return {
    connect,
    asked,
    feed: (update) => bus.trigger(connect.AgentEvents.UPDATE, update),
    toggleMute: (muted) => bus.trigger(connect.AgentEvents.MUTE_TOGGLE, { muted }),
    trigger: (event, what) => bus.trigger(event, what),
    terminate: () => connect.core.terminate(),
    /** What of `initCCP` needs no frame. */
    initCCP: begin,
    listeners: () => bus.subMap.getAllSubscriptions().length - atFirst,
  };
};
