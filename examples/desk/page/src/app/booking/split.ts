import type { Table } from '../api/types.ts';

/** How a party is spread over tables: each as full as it may be, the last with whoever is left. */
export const splitParty = (
  party: { adults: number; children?: number; infants?: number },
  places: readonly (readonly string[])[],
  tables: readonly Table[],
): { party: { adults: number; children?: number; infants?: number }; wanted_tables: string[] }[] => {
  const most = (ids: readonly string[]) =>
    tables.filter(({ id }) => ids.includes(id)).reduce((sum, table) => sum + table.most, 0);
  let adults = party.adults;
  let children = party.children ?? 0;
  return places.map((ids, place) => {
    const isLast = place === places.length - 1;
    const othersNeed = places.length - 1 - place;
    const room = isLast ? adults + children : Math.min(most(ids), adults + children - othersNeed);
    const seatedAdults = Math.min(adults, isLast ? adults : Math.max(1, room - Math.min(children, room - 1)));
    const seatedChildren = Math.min(children, room - seatedAdults);
    adults -= seatedAdults;
    children -= seatedChildren;
    return {
      party: {
        adults: seatedAdults,
        ...(seatedChildren ? { children: seatedChildren } : {}),
        ...(isLast && party.infants ? { infants: party.infants } : {}),
      },
      wanted_tables: [...ids],
    };
  });
};
