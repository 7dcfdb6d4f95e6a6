import { deskSays } from './said_by_desk.mjs';
import { narrow, of } from './scope.mjs';

const A = 'agent';
const S = 'supervisor';
const R = 'restaurant';
const G = 'guest';

/**
 * Who may ask which errand. `says`: what the desk says in it, and nobody else may. `of`: which restaurants it is of, for
 * whoever has not all. `narrow`: what of an answer they are told.
 */
export const permissions = {
  put_restaurant: { may: [S, R], writes: true, says: deskSays.request, of: of.restaurantPut },
  find_restaurant: { may: [A, S, R], says: deskSays.nothing, narrow: narrow.restaurant },
  put_book_template: { may: [S, R], writes: true, says: deskSays.request, of: of.restaurant },
  find_book_template: { may: [A, S, R], says: deskSays.nothing, of: of.restaurant },
  decide: { may: [A, S, R], writes: true, says: deskSays.command, of: of.command },
  move_booking: { may: [A, S, R], writes: true, says: deskSays.command, of: of.command },
  edit_day_book: { may: [S, R], writes: true, says: deskSays.edit, of: of.restaurant },
  refresh_day_books: { may: [S, R], writes: true, says: deskSays.request, of: of.restaurant },
  business_date: { may: [A, S, R, G], says: deskSays.now, of: of.restaurant },
  availability: { may: [A, S, R, G], says: deskSays.question, of: of.restaurant },
  vacancies: { may: [A, S, R, G], says: deskSays.question, of: of.restaurant },
  propose: { may: [A, S, R, G], says: deskSays.question, of: of.restaurant },
  late_parties: { may: [A, S, R], says: deskSays.question, of: of.restaurant },
  waiting_list: { may: [A, S, R], says: deskSays.question, of: of.restaurant },
  google_batch_availability_lookup: { may: [], says: deskSays.now, of: of.all },
  google_create_booking: { may: [], writes: true, says: deskSays.now, of: of.all },
  google_update_booking: { may: [], writes: true, says: deskSays.now, of: of.all },
  google_booking_status: { may: [], says: deskSays.now, of: of.all },
  google_list_bookings: { may: [], says: deskSays.now, of: of.all },
  find_day_book: { may: [A, S, R], says: deskSays.nothing, of: of.restaurant },
  find_booking: { may: [A, S, R], says: deskSays.nothing, of: of.booking },
  list_bookings: { may: [A, S, R], says: deskSays.nothing, of: of.restaurantIfAny, narrow: narrow.bookings },
  list_restaurants: { may: [A, S, R], says: deskSays.nothing, narrow: narrow.restaurants },
  list_customers: { may: [A, S], says: deskSays.nothing, narrow: narrow.customers },
  list_duplicates: { may: [S], says: deskSays.nothing, of: of.all },
  put_customer: { may: [A, S], writes: true, says: deskSays.request, of: of.customerPut, narrow: narrow.customer },
  merge_customers: { may: [S], writes: true, says: deskSays.request, of: of.all },
  unmerge_customers: { may: [S], writes: true, says: deskSays.request, of: of.all },
  find_customer: { may: [A, S, R], says: deskSays.nothing, of: of.customer, narrow: narrow.customer },
  find_customers: { may: [A, S, R], says: deskSays.nothing, narrow: narrow.foundCustomers },
  erase_customer: { may: [S], says: deskSays.now, of: of.all },
  export_customer: { may: [S], says: deskSays.nothing, of: of.all },
  forget_before: { may: [S], says: deskSays.now, of: of.all },
  open_call: { may: [A, S], writes: true, says: deskSays.openCall, of: of.newCall },
  change_call: { may: [A, S], writes: true, says: deskSays.changeCall, of: of.callChange },
  find_call: { may: [A, S, R], says: deskSays.nothing, of: of.call },
  find_calls: { may: [A, S, R], says: deskSays.nothing, of: of.restaurantIfAny, narrow: narrow.calls },
  find_follow_ups: { may: [A, S, R], says: deskSays.nothing, narrow: narrow.followUps },
  finish_follow_up: { may: [A, S, R], writes: true, says: deskSays.requestBy, of: of.call },
  find_messages: { may: [S], says: deskSays.nothing, of: of.all },
  drop_messages: { may: [S], writes: true, says: deskSays.request, of: of.all },
  follow_agent: { may: [S], says: deskSays.now, of: of.all },
  add_contact_records: { may: [], writes: true, says: deskSays.now, of: of.all },
  find_agent: { may: [A, S], says: deskSays.agent },
  keep_conversation: { may: [], writes: true, says: deskSays.now, of: of.all },
  find_conversation: { may: [], says: deskSays.nothing, of: of.all },
  call_tool: { may: [A, S, R, G], says: deskSays.tool, of: of.restaurant },
};
