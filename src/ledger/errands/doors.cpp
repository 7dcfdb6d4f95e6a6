#include "doors.hpp"

#include "booking_questions.hpp"
#include "call_questions.hpp"
#include "customer_questions.hpp"
#include "ledger/tools/tool_shapes.hpp"
#include "reading.hpp"
#include "restaurant_questions.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] Errand<Restaurant> put_restaurant_of(PutRestaurant asked) {
    return put_restaurant(std::move(asked.restaurant), std::move(asked.request), std::move(asked.was));
}
[[nodiscard]] Errand<std::optional<Restaurant>> find_restaurant_of(FindRestaurant asked) {
    return asked.id ? find_restaurant(*std::move(asked.id)) : find_restaurant(*asked.number);
}
[[nodiscard]] Errand<BookTemplate> put_book_template_of(PutBookTemplate asked) {
    return put_book_template(std::move(asked.restaurant), std::move(asked.made), std::move(asked.request),
                             std::move(asked.was));
}
[[nodiscard]] Errand<std::optional<BookTemplate>> find_book_template_of(OfRestaurant asked) {
    return find_book_template(std::move(asked.restaurant));
}
[[nodiscard]] Errand<std::vector<Slot>> availability_of(AskAvailability asked) {
    return find_availability(std::move(asked.book), [text = std::move(asked.question.text)](const TimeZone& zone) {
        return availability_question_from_json(text, zone);
    });
}
[[nodiscard]] Errand<std::vector<Vacancy>> vacancies_of(AskVacancies asked) {
    return find_vacancies(std::move(asked.restaurant), asked.from, asked.to,
                          [text = std::move(asked.question.text)](const TimeZone& zone) {
                              return availability_question_from_json(text, zone);
                          });
}
[[nodiscard]] Errand<Proposal> proposal_of(AskProposal asked) {
    return find_proposal(std::move(asked.book), std::move(asked.other_days),
                         [text = std::move(asked.question.text)](const TimeZone& zone) {
                             return proposal_question_from_json(text, zone);
                         });
}
[[nodiscard]] Errand<std::vector<LateParty>> late_parties_of(AskLateParties asked) {
    return find_late_parties(std::move(asked.book), [text = std::move(asked.question.text)](const TimeZone& zone) {
        return late_parties_question_from_json(text, zone);
    });
}
[[nodiscard]] Errand<std::vector<WaitingParty>> waiting_list_of(AskWaitingList asked) {
    return find_waiting_list(std::move(asked.book), [text = std::move(asked.question.text)](const TimeZone& zone) {
        return waiting_list_question_from_json(text, zone);
    });
}
[[nodiscard]] Errand<GoogleResponse> google_availability_of(AskGoogle asked) {
    return google_batch_availability(std::move(asked.request.text), asked.now);
}
[[nodiscard]] Errand<GoogleResponse> google_create_of(CreateForGoogle asked) {
    return google_create(std::move(asked.request.text), std::move(asked.id), asked.now);
}
[[nodiscard]] Errand<GoogleResponse> google_update_of(AskGoogle asked) {
    return google_update(std::move(asked.request.text), asked.now);
}
[[nodiscard]] Errand<GoogleResponse> google_status_of(AskGoogle asked) {
    return google_booking_status(std::move(asked.request.text), asked.now);
}
[[nodiscard]] Errand<GoogleResponse> google_bookings_of(AskGoogle asked) {
    return google_list_bookings(std::move(asked.request.text), asked.now);
}
[[nodiscard]] Errand<RefreshedBooks> refresh_day_books_of(RefreshBooks asked) {
    return refresh_day_books(std::move(asked.order), std::move(asked.request));
}
[[nodiscard]] Errand<BusinessDate> business_date_of(AskBusinessDate asked) {
    return find_business_date(std::move(asked.restaurant), asked.now);
}
[[nodiscard]] Errand<DayBook> day_book_of(DayBookAddress asked) { return find_day_book(std::move(asked)); }
[[nodiscard]] Errand<std::optional<KeptReservation>> booking_of(OfBooking asked) {
    return find_booking(std::move(asked.id));
}
[[nodiscard]] Errand<Customer> put_customer_of(PutCustomer asked) {
    return put_customer(std::move(asked.customer), std::move(asked.request), std::move(asked.was));
}
[[nodiscard]] Errand<Customer> merge_customers_of(MergeCustomers asked) {
    return merge_customers(std::move(asked.keep), std::move(asked.absorb), std::move(asked.request),
                           std::move(asked.who));
}
[[nodiscard]] Errand<UnmergedCustomers> unmerge_customers_of(UnmergeCustomers asked) {
    return unmerge_customers(std::move(asked.id), std::move(asked.request));
}
[[nodiscard]] Errand<std::optional<Customer>> find_customer_of(OfCustomer asked) {
    return find_customer(std::move(asked.id));
}
[[nodiscard]] Errand<std::vector<Customer>> find_customers_of(FindCustomers asked) {
    if (asked.phone) return find_customers_by_phone(*asked.phone);
    return find_customers_by_name(*std::move(asked.name), asked.most);
}
[[nodiscard]] Errand<ListedBookings> list_bookings_of(ListBookings asked) {
    BookingsQuestion question;
    question.limit = asked.limit;
    question.after = std::move(asked.after).value_or("");
    question.from = asked.from.value_or(question.from);
    question.to = asked.to.value_or(question.to);
    if (asked.customer) {
        question.whose = *std::move(asked.customer);
    } else if (asked.phone && !asked.restaurant) {
        question.whose = *asked.phone;
    } else if (asked.phone && !(asked.from && asked.to)) {
        question.whose = CallersBookings{*asked.phone, *std::move(asked.restaurant)};
    } else {
        question.whose = BookingsOfDates{std::move(asked.restaurant), asked.phone};
    }
    return list_bookings(std::move(question));
}
[[nodiscard]] Errand<ListedRestaurants> list_restaurants_of(ListRestaurants asked) {
    return list_restaurants({asked.limit, std::move(asked.after).value_or("")});
}
[[nodiscard]] Errand<ListedCustomers> list_customers_of(ListCustomers asked) {
    WhichCustomers which = AllCustomers{};
    if (asked.phone) which = *asked.phone;
    if (asked.name) which = NamedCustomers{*std::move(asked.name)};
    return list_customers(std::move(which), {asked.limit, std::move(asked.after).value_or("")});
}
[[nodiscard]] Errand<ListedDuplicates> list_duplicates_of(ListDuplicates asked) {
    return list_duplicates({asked.limit, std::move(asked.after).value_or("")});
}
[[nodiscard]] Errand<Forgotten> erase_customer_of(EraseCustomer asked) {
    return erase_customer(std::move(asked.id), asked.now);
}
[[nodiscard]] Errand<PersonalData> export_customer_of(OfCustomer asked) { return export_customer(std::move(asked.id)); }
[[nodiscard]] Errand<Forgotten> forget_before_of(ForgetBefore asked) {
    return forget_before(asked.before, asked.now, std::move(asked.after).value_or(""));
}
[[nodiscard]] Errand<KeptCall> open_call_of(OpenCall asked) {
    return open_call(std::move(asked.call), std::move(asked.request));
}
[[nodiscard]] Errand<std::optional<KeptCall>> find_call_of(OfContact asked) {
    return find_call(std::move(asked.contact));
}
[[nodiscard]] Errand<KeptCalls> find_calls_of(FindCalls asked) {
    CallsQuestion question{CallsOfRestaurant{}, asked.order, asked.limit, asked.after.value_or("")};
    if (asked.customer) {
        question.whose = *std::move(asked.customer);
    } else {
        question.whose = CallsOfRestaurant{*std::move(asked.restaurant), *asked.date};
    }
    return find_calls(question);
}
[[nodiscard]] DueQuestion due_question(FindDue asked) { return {asked.until, asked.limit, asked.after.value_or("")}; }
[[nodiscard]] Errand<OpenFollowUps> find_follow_ups_of(FindDue asked) {
    return find_follow_ups(due_question(std::move(asked)));
}
[[nodiscard]] Errand<KeptCall> finish_follow_up_of(FinishFollowUp asked) {
    return finish_follow_up(std::move(asked.contact), std::move(asked.name), std::move(asked.by),
                            std::move(asked.request));
}
[[nodiscard]] Errand<DueMessages> find_messages_of(FindDue asked) {
    return find_messages(due_question(std::move(asked)));
}
[[nodiscard]] Errand<DroppedMessages> drop_messages_of(DropMessages asked) {
    return drop_messages(std::move(asked.messages), std::move(asked.request));
}
[[nodiscard]] Errand<std::optional<KeptAgent>> find_agent_of(FindAgent asked) {
    return find_agent(std::move(asked.agent), asked.now);
}
[[nodiscard]] Errand<AddedRecords> add_contact_records_of(AddContactRecords asked) {
    ErrandRequest request;
    request.now = asked.now;
    request.keep = asked.keep;
    return add_contact_records(std::move(asked.records), std::move(request));
}

[[nodiscard]] Errand<ConversationKept> keep_conversation_of(KeepConversation asked) {
    return keep_conversation({std::move(asked.conversation.text)}, asked.now, asked.keep);
}
[[nodiscard]] Errand<std::optional<KeptTalk>> conversation_of(OfConversation asked) {
    return find_conversation(std::move(asked.id), asked.turns);
}
[[nodiscard]] Errand<ToolAnswer> call_tool_of(CallTool asked) {
    return call_tool({std::move(asked.restaurant),
                      std::move(asked.tool),
                      std::move(asked.arguments.text),
                      {std::move(asked.session), asked.actor, std::move(asked.who), asked.limits, asked.phone},
                      asked.now});
}

template <class Answer>
struct AnswerShape {
    static constexpr const Shape* shape = &shapes::shape_of<Answer>;
    static constexpr Finds finds = Finds::always;
};
template <class Answer>
struct AnswerShape<std::optional<Answer>> {
    static constexpr const Shape* shape = &shapes::shape_of<Answer>;
    static constexpr Finds finds = Finds::if_there;
};

/// Reads a question by its shape, then `Ask`s it.
template <auto Ask>
struct Asked;
template <class Answer, class Question, Errand<Answer> (*Ask)(Question)>
struct Asked<Ask> {
    static GivenErrand open(const Node& node) {
        auto question = shapes::read_as<Question>(node);
        if (!is_right(node)) return std::nullopt;
        return Ask(std::move(question));
    }
    static constexpr Door door(std::string_view name, std::string_view method, std::string_view about) {
        using Of = AnswerShape<Answer>;
        return {name, method, &shapes::shape_of<Question>, Of::shape, Of::finds, about, open};
    }
};
template <auto Ask>
[[nodiscard]] constexpr Door door(std::string_view name, std::string_view method, std::string_view about) {
    return Asked<Ask>::door(name, method, about);
}
/// One whose reader looks further into what its shape leaves as JSON.
template <class Question, class Answer>
[[nodiscard]] constexpr Door door(std::string_view name, std::string_view method, GivenErrand (*open)(const Node&),
                                  std::string_view about) {
    using Of = AnswerShape<Answer>;
    return {name, method, &shapes::shape_of<Question>, Of::shape, Of::finds, about, open};
}

constexpr std::array all_doors{
    door<put_restaurant_of>("put_restaurant", "KeptRestaurants.put",
                            "Keeps a restaurant in place of what was kept, found by its id and each of its lines."),
    door<find_restaurant_of>("find_restaurant", "KeptRestaurants.find", "A restaurant by its id or a number dialled."),
    door<put_book_template_of>("put_book_template", "KeptRestaurants.put_book_template",
                               "What new day books of a restaurant begin with."),
    door<find_book_template_of>("find_book_template", "KeptRestaurants.book_template",
                                "What new day books of a restaurant begin with."),
    door<DecideBooking, KeptDecision>("decide", "ReservationDesk.decide", read_decide,
                                      "Takes, changes, moves or ends a reservation, or blocks a table."),
    door<MoveBooking, KeptDecision>("move_booking", "ReservationDesk.move", read_move_booking,
                                    "Moves a reservation to another date: out of one book and into the other at once."),
    door<EditDayBook, KeptEdit>("edit_day_book", "ReservationDesk.replace_floor_plan", read_edit_day_book,
                                "Replaces a book's floor plan, policy or periods."),
    door<refresh_day_books_of>(
        "refresh_day_books", "ReservationDesk.refresh_day_books",
        "Brings kept books up to their restaurant's hours and template, and says whom it hurts."),
    door<business_date_of>("business_date", "ReservationDesk.business_date",
                           "The business date whose book a moment belongs to."),
    door<availability_of>("availability", "ReservationDesk.availability", "Every start on the grid for a party."),
    door<vacancies_of>("vacancies", "ReservationDesk.vacancies",
                       "What each of some dates has for a party: a calendar of vacancies."),
    door<proposal_of>("propose", "ReservationDesk.propose",
                      "Whether a party can come; if not, why, and what it could have instead."),
    door<late_parties_of>("late_parties", "ReservationDesk.late_parties",
                          "Who was to be there by now, and is not, the latest first."),
    door<waiting_list_of>("waiting_list", "ReservationDesk.waiting_list",
                          "Who waits, whoever has waited longest first, and what they could have now."),
    door<google_availability_of>("google_batch_availability_lookup", "ReservationDesk.google_batch_availability_lookup",
                                 "Answers Google's BatchAvailabilityLookup."),
    door<google_create_of>("google_create_booking", "ReservationDesk.google_create_booking",
                           "Answers Google's CreateBooking, once for an idempotency_token."),
    door<google_update_of>("google_update_booking", "ReservationDesk.google_update_booking",
                           "Answers Google's UpdateBooking, also to another date."),
    door<google_status_of>("google_booking_status", "ReservationDesk.google_booking_status",
                           "Answers Google's GetBookingStatus."),
    door<google_bookings_of>("google_list_bookings", "ReservationDesk.google_list_bookings",
                             "Answers Google's ListBookings: a user's, from yesterday on."),
    door<day_book_of>("find_day_book", "ReservationDesk.day_book", "A book as it is kept, or as it would begin."),
    door<booking_of>("find_booking", "ReservationDesk.find", "Where a reservation stands, and how."),
    door<list_bookings_of>("list_bookings", "ReservationDesk.bookings",
                           "Reservations of some dates, of one restaurant or all, by a number or of a customer."),
    door<list_restaurants_of>("list_restaurants", "KeptRestaurants.all", "Every restaurant, by id."),
    door<list_customers_of>("list_customers", "KeptCustomers.all",
                            "Every customer, or who has a number, or one of whose names begins so."),
    door<list_duplicates_of>("list_duplicates", "KeptCustomers.duplicates",
                             "Customers who share a number or a name, in pairs: who may be one."),
    door<put_customer_of>("put_customer", "KeptCustomers.put",
                          "Keeps a customer in place of what was kept, but for visits, of which none is lost."),
    door<merge_customers_of>("merge_customers", "KeptCustomers.merge", "Makes one record of two: both histories."),
    door<unmerge_customers_of>("unmerge_customers", "KeptCustomers.unmerge",
                               "Takes the last merge of a record back: two records, each with its own history."),
    door<find_customer_of>("find_customer", "KeptCustomers.find", "A customer by id."),
    door<find_customers_of>(
        "find_customers", "KeptCustomers.by_phone",
        "Whoever has a number, or one of whose names begins so: at most 100. `list_customers` has all "
        "of them."),
    door<erase_customer_of>("erase_customer", "KeptCustomers.erase",
                            "One step of forgetting a customer: asked again until it is done."),
    door<export_customer_of>("export_customer", "KeptCustomers.export_data", "All that is kept of a customer."),
    door<forget_before_of>("forget_before", "Retention.forget_before",
                           "One step of forgetting the people of dates before one: asked again until it is done."),
    door<open_call_of>("open_call", "CallDesk.open", "Keeps a call from now on; one that is kept is left as it is."),
    door<ChangeCall, KeptCall>("change_call", "CallDesk.change", read_change_call,
                               "Changes a call, and keeps what has to be done after it."),
    door<find_call_of>("find_call", "CallDesk.find", "The call that a contact is of."),
    door<find_calls_of>("find_calls", "CallDesk.calls", "A restaurant's calls of one date, or a customer's."),
    door<find_follow_ups_of>("find_follow_ups", "CallDesk.follow_ups", "What is to be done after calls, by when."),
    door<finish_follow_up_of>("finish_follow_up", "CallDesk.finish_follow_up",
                              "Notes that something was done after a call."),
    door<find_messages_of>("find_messages", "Outbox.due", "What is to be sent, by when."),
    door<drop_messages_of>("drop_messages", "Outbox.drop", "Forgets messages that were sent."),
    door<FollowAgent, FollowedAgent>("follow_agent", "KeptAgents.follow", read_follow_agent,
                                     "Adds records of one agent; twice or late they change nothing."),
    door<add_contact_records_of>("add_contact_records", "KeptCallFacts.add",
                                 "Adds contact records to their call; twice or late they change nothing."),
    door<find_agent_of>("find_agent", "KeptAgents.find", "What an agent is doing, and how long they did what."),
    door<keep_conversation_of>("keep_conversation", "TalkDesk.keep",
                               "Keeps a conversation between two turns, beside what was kept of it after others."),
    door<conversation_of>("find_conversation", "TalkDesk.kept",
                          "A conversation as it was kept, last or after so many turns."),
    door<call_tool_of>("call_tool", "ToolDesk.call", "Calls a tool for a language model."),
};

}  // namespace

std::span<const Door> doors() { return all_doors; }

}  // namespace denwaban::ledger
