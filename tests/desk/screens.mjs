/** Every screen of the desk's page: where it is, what is there once it is whole, and for whom; `call`, in the middle of one. */
export const screens = [
  { name: 'the call', path: '', ready: 'desk-timeline .bar', as: 'agent', call: true },
  { name: 'the evening', path: '#/day', ready: 'desk-floor button', as: 'agent' },
  { name: 'follow-ups', path: '#/follow-ups', ready: 'desk-follow-ups-page table', as: 'agent' },
  { name: 'calls out', path: '#/outbound', ready: 'desk-outbound-page form', as: 'agent' },
  { name: 'the supervisor', path: '#/supervisor', ready: 'desk-ahead-table td', as: 'supervisor' },
  { name: 'the restaurant', path: '#/restaurant', ready: 'desk-book-list table', as: 'restaurant' },
];
