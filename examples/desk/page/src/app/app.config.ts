import { provideZonelessChangeDetection } from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import { provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { SIMULATE } from './connect/simulated.ts';
import { routes } from './app.routes.ts';

export const config: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(routes, withComponentInputBinding(), withHashLocation()),
    {
      provide: SIMULATE,
      useValue: async (connect: object, agent: object, skew: number) =>
        (await import('./connect/simulator.ts')).simulate(connect, agent, skew),
    },
  ],
};
