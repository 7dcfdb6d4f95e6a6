import { provideZonelessChangeDetection } from '@angular/core';
import type { ApplicationConfig } from '@angular/core';
import { ɵSharedStylesHost as SharedStylesHost } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { SIMULATE } from './connect/simulated.ts';
import { routes } from './app.routes.ts';
import { AdoptedStyles } from './shared/adopted_styles.ts';

export const config: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(routes, withComponentInputBinding(), withHashLocation()),
    { provide: SharedStylesHost, useClass: AdoptedStyles },
    {
      provide: SIMULATE,
      useValue: async (connect: object, agent: object) =>
        (await import('./connect/simulator.ts')).simulate(connect, agent),
    },
  ],
};
