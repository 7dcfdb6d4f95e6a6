import { keepIn, simulateConnect } from 'denwaban-connect-simulator';
import type { Profile, SimulatedConnect } from 'denwaban-connect-simulator';
import { evening } from 'denwaban-connect-simulator/evening';

declare global {
  interface Window {
    /** For whoever tries the desk: its own Amazon Connect, to ring, lose and restore. */
    simulated?: SimulatedConnect;
  }
}
/** How far apart callers come by themselves, in milliseconds: in hours, for they come when they are asked for. */
const apart = 6 * 3_600_000;

/** An evening's sixty callers, who come when they are told to; a call outlives a refresh of the page. */
export const simulate = (connect: object, agent: Partial<Profile>, skew: number): SimulatedConnect => {
  const simulated = simulateConnect({ connect, agent, skew, keep: keepIn(sessionStorage) });
  simulated.script(evening().map((caller, place) => ({ ...caller, after: apart * (place + 1) })));
  window.simulated = simulated;
  return simulated;
};
