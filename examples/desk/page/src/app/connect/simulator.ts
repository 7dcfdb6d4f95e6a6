import { keepIn, simulateConnect } from 'denwaban-connect-simulator';
import type { Profile, SimulatedConnect } from 'denwaban-connect-simulator';
import { evening } from 'denwaban-connect-simulator/evening';

declare global {
  interface Window {
    /** For whoever tries the desk: its own Amazon Connect, to ring, lose and restore. */
    simulated?: SimulatedConnect;
  }
}
/** How far apart callers come who come by themselves, in milliseconds: only when they are asked for. */
const never = 24 * 3_600_000;

/** An evening's sixty callers, who come when they are told to; a call outlives a refresh of the page. */
export const simulate = (connect: object, agent: Partial<Profile>): SimulatedConnect => {
  const simulated = simulateConnect({ connect, agent, keep: keepIn(sessionStorage) });
  simulated.script(evening({ gap: never }).map((caller, place) => ({ ...caller, after: never * (place + 1) })));
  window.simulated = simulated;
  return simulated;
};
