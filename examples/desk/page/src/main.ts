import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.ts';
import { config } from './app/app.config.ts';

bootstrapApplication(App, config).catch((error: unknown) => console.error(error));
