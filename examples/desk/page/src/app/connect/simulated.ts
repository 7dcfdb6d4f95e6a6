import { InjectionToken } from '@angular/core';
import type { Profile, SaidLine, SimulatedConnect } from 'denwaban-connect-simulator';

export type { SaidLine, SimulatedConnect };
/** `skew`: by how many milliseconds the centre's clock is ahead of the page's. */
export type Simulate = (connect: object, agent: Partial<Profile>, skew: number) => Promise<SimulatedConnect>;
/** An Amazon Connect for where there is none; loaded only then. */
export const SIMULATE = new InjectionToken<Simulate>('simulate');
