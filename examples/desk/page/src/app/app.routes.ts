import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: async () => (await import('./desk/desk_page.ts')).DeskPage },
  { path: 'day', loadComponent: async () => (await import('./day/day_page.ts')).DayPage },
  { path: 'follow-ups', loadComponent: async () => (await import('./wrapup/follow_ups_page.ts')).FollowUpsPage },
  { path: 'outbound', loadComponent: async () => (await import('./outbound/outbound_page.ts')).OutboundPage },
  { path: 'supervisor', loadComponent: async () => (await import('./supervisor/supervisor_page.ts')).SupervisorPage },
  { path: 'restaurant', loadComponent: async () => (await import('./restaurant/restaurant_page.ts')).RestaurantPage },
  { path: '**', redirectTo: '' },
];
