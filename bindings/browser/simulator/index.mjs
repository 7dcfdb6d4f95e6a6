export { makeClock, realClock } from './clock.mjs';
export { emptyCentre, usualProfile, usualSettings } from './centre.mjs';
export { hear, opens } from './guest.mjs';
export { keepIn } from './keep.mjs';
export { provide } from './provider.mjs';
export { simulateConnect } from './simulate.mjs';
export { showCentre } from './snapshot.mjs';
export { advance, nextAt, step } from './step.mjs';
export { newsOf } from './workspace.mjs';
