import { InjectionToken } from '@angular/core';
import type { Profile, SaidLine, SimulatedConnect } from 'denwaban-connect-simulator';

export type { SaidLine, SimulatedConnect };
export type Simulate = (connect: object, agent: Partial<Profile>) => Promise<SimulatedConnect>;
/** An Amazon Connect for where there is none; loaded only then. */
export const SIMULATE = new InjectionToken<Simulate>('simulate');
