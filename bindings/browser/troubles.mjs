// What goes wrong at a desk, in words.
/** Which error an agent's effect is told as. */
export const agentErrors = {
  warn_of_second_window: 'multiple_ccp_windows',
  check_missed_limit: 'missed_contact',
  show_error: 'agent_error',
};
/** What a failover to another region is told as. */
export const failovers = {
  detected: ['failover_detected', (region) => `the agent's region is to be ${region}`],
  pending: ['failover_pending', (region) => `the agent's region is to be ${region} once their calls are over`],
  completed: ['failover_completed', (region) => `the agent's region is ${region}`],
};
/** How streams fares, where it is not well. */
export const faresBadly = {
  signed_out: 'the agent is signed out of Amazon Connect',
  disconnected: 'the connection to Amazon Connect is lost',
  stale: 'nothing has been heard from Amazon Connect for a while',
  stopped: 'the control panel was ended',
};
