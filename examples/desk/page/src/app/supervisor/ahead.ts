export interface AheadDay {
  date: string;
  /** What makes it a day before a holiday, or a holiday. */
  eveOf: string | null;
  holiday: string | null;
  parties: number;
  covers: number;
}
/** Calls of a quarter hour that one agent can take: of some six minutes each, two thirds of the time. */
const callsPerAgent = 1.7;
/** How many more call on the eve of a holiday, as centres of restaurants see it. */
const eveFactor = 1.6;

/** How many agents the busiest quarter of an hour will need, after today's; at least one. */
export const agentsNeeded = (quarters: readonly number[], { eveOf }: Pick<AheadDay, 'eveOf'>): number => {
  const busiest = Math.max(0, ...quarters) * (eveOf ? eveFactor : 1);
  return Math.max(1, Math.ceil(busiest / callsPerAgent));
};
