export interface ServerEvent {
  event: string;
  id: string;
  data: string;
}

/** Server-sent events out of text as it comes, in any pieces. */
export const eventReader = () => {
  let rest = '';
  return (text: string): ServerEvent[] => {
    rest += text;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    return blocks.map(eventOf).filter((event) => event !== null);
  };
};

const eventOf = (block: string): ServerEvent | null => {
  const found: ServerEvent = { event: 'message', id: '', data: '' };
  let isEmpty = true;
  for (const line of block.split(/\r?\n/)) {
    const [, field = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') found.event = value;
    else if (field === 'id') found.id = value;
    else if (field === 'data') found.data += found.data ? `\n${value}` : value;
    else continue;
    isEmpty = false;
  }
  return isEmpty ? null : found;
};
