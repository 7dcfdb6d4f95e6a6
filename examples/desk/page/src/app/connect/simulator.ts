import type { SimulatedConnect } from './simulated.ts';
export const simulate = async (_connect: unknown, _agent: { name: string; username: string }): Promise<SimulatedConnect> => {
  throw new Error('no simulator yet');
};
