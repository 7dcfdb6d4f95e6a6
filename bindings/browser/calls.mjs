// Which calls begin to ring, are answered, and are put through: each told once, and none that a page finds going on when it
// is loaded.
import { isDialledByAgent, isUnclear } from './desk.mjs';

export const noCalls = Object.freeze({ ringing: new Set(), told: new Set() });

const rings = ['incoming', 'pending', 'connecting'];

/** `isFirst`: nothing was known before this snapshot. */
export const followCalls = (calls, notices, isFirst) => {
  const ringing = new Set(calls.ringing);
  const told = new Set(calls.told);
  const born = new Set();
  const events = [];
  for (const { about, kind, contact } of notices) {
    if (about !== 'contact' || contact.channel !== 'voice') continue;
    const { id } = contact;
    const outbound = isDialledByAgent(contact);
    if (kind === 'init' && !isFirst) born.add(id);
    if (rings.includes(kind) && !isUnclear(contact)) {
      if (!outbound && !ringing.has(id) && !told.has(id)) events.push({ event: 'inboundIncoming', contact });
      ringing.add(id);
    }
    // A campaign's preview rings at the agent; its customer is called once it was taken.
    const callsOut = outbound || contact.initiation === 'campaign_preview';
    if (kind === 'connected') {
      // An outbound call may be answered between two snapshots.
      const isNew = ringing.delete(id) || (outbound && born.has(id));
      if (isNew && !told.has(id)) {
        told.add(id);
        events.push({ event: callsOut ? 'outboundConnected' : 'inboundAccepted', contact });
      }
    }
    if (kind === 'ended') ringing.delete(id);
    if (kind === 'destroyed') {
      ringing.delete(id);
      told.delete(id);
    }
  }
  return { calls: { ringing, told }, events };
};
