/** What the library's schemas leave open in an errand, so far that one sees what is meant: its own reader checks. */

const open = { type: 'object', additionalProperties: true };
const time = { type: 'string', pattern: '^[0-9]{1,2}:[0-9]{2}$' };
const id = { type: 'string', minLength: 1, maxLength: 500 };
const party = {
  anyOf: [
    { type: 'integer', minimum: 1, maximum: 999 },
    { type: 'object', properties: { adults: { type: 'integer', minimum: 0, maximum: 999 } }, required: ['adults'] },
  ],
};
const by = {
  type: 'object',
  description: 'Limits that are passed knowingly, and a note.',
  properties: { overrides: { type: 'array', items: { type: 'string' } }, note: { type: 'string' } },
  additionalProperties: false,
};
const deeds =
  'book book_group walk_in change change_details request confirm reconfirm cancel decline miss run_late arrive_partly sit_down leave assign pin unpin unassign block unblock swap undo renew take_up';
const command = {
  ...open,
  properties: { do: { enum: deeds.split(' ') }, id, booking: id, begin: time, party, by },
  required: ['do'],
};
const sought = { properties: { party, first: time, last: time, changing: id }, required: ['party'] };
const questions = {
  availability: sought,
  vacancies: sought,
  propose: { properties: { party, begin: time, changing: id }, required: ['begin', 'party'] },
  late_parties: { properties: { grace: { type: 'integer', minimum: 0, maximum: 1440 } } },
  waiting_list: { properties: { moves: { type: 'integer', minimum: 0, maximum: 20000 } } },
};

export const asked = {
  decide: { command },
  move_booking: { command },
  edit_day_book: { edit: { ...open, properties: { by } } },
  change_call: { change: { ...open, description: 'A key for each thing that is done; `by` is the desk’s.' } },
  ...Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [name, { question: { ...open, ...question } }]),
  ),
};
