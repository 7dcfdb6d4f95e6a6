#include "day_books.hpp"

#include <utility>
#include <vector>

#include <denwaban/documents/booking_csv.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/formats/schema_org_reservation.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] Napi::Value make(Napi::Env env, ZonedDayBook book) {
    return DayBookHandle::from(env, std::make_shared<const ZonedDayBook>(std::move(book)));
}

/// A zone that nobody knows is what is wrong with the document.
[[nodiscard]] TimeZone zone_of(Napi::Env env, const DayBook& book) {
    auto zone = load_time_zone(book->zone);
    if (zone) return *std::move(zone);
    auto error = std::move(zone).error();
    error.where = JsonPointer{"/zone"};
    raise(env, error);
}

[[nodiscard]] std::vector<DayBook> books_of(const Napi::Value& given) {
    std::vector<DayBook> books;
    if (!given.IsArray()) throw Napi::TypeError::New(given.Env(), "a list of day books is wanted");
    const auto list = given.As<Napi::Array>();
    for (std::uint32_t index = 0; index < list.Length(); ++index) {
        books.push_back(DayBookHandle::of(list.Get(index))->book);
    }
    return books;
}

[[nodiscard]] Napi::Value pair(Napi::Env env, Napi::Value first, Napi::Value second) {
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, first);
    list.Set(1U, second);
    return list;
}

}  // namespace

Napi::Function DayBookHandle::define(Napi::Env env) {
    return DefineClass(env, "DayBook",
                       {
                           InstanceMethod<&DayBookHandle::availability>("availability"),
                           InstanceMethod<&DayBookHandle::propose>("propose"),
                           InstanceMethod<&DayBookHandle::late_parties>("lateParties"),
                           InstanceMethod<&DayBookHandle::waiting_list>("waitingList"),
                           InstanceMethod<&DayBookHandle::decide>("decide"),
                           InstanceMethod<&DayBookHandle::edit>("edit"),
                           InstanceMethod<&DayBookHandle::reservation>("reservation"),
                           InstanceMethod<&DayBookHandle::google_create>("googleCreate"),
                           InstanceMethod<&DayBookHandle::google_update>("googleUpdate"),
                           InstanceMethod<&DayBookHandle::to_schema_org>("toSchemaOrg"),
                           InstanceMethod<&DayBookHandle::describe>("describe"),
                           InstanceMethod<&DayBookHandle::to_json>("toJson"),
                           InstanceMethod<&DayBookHandle::to_csv>("toCsv"),
                       });
}

std::size_t DayBookHandle::bytes_of(const SharedDayBook& book) noexcept {
    constexpr std::size_t a_reservation = 1'200;
    constexpr std::size_t a_table = 200;
    const auto& contents = book->book.contents();
    return contents.reservations.size() * a_reservation + contents.floor_plan.tables().size() * a_table;
}

Napi::Value DayBookHandle::from(Napi::Env env, SharedDayBook book) {
    return wrap(Environment::of(env).day_book, std::move(book));
}

Napi::Value DayBookHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto book = value_or_raise(env, day_book_from_json(text_argument(info, 0)));
    auto zone = zone_of(env, book);
    return make(env, {std::move(book), std::move(zone)});
}

Napi::Value DayBookHandle::next(Napi::Env env, DayBook book) const {
    return make(env, {std::move(book), value()->zone});
}

Napi::Value DayBookHandle::availability(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = value_or_raise(env, availability_question_from_json(text_argument(info, 0), value()->zone));
    const auto slots = value_or_raise(env, denwaban::availability(value()->book, question));
    return text(env, denwaban::to_json(slots));
}

Napi::Value DayBookHandle::propose(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = value_or_raise(env, proposal_question_from_json(text_argument(info, 0), value()->zone));
    const auto others = books_of(info[1]);
    const auto proposal = value_or_raise(env, denwaban::propose(value()->book, question, others));
    return text(env, denwaban::to_json(proposal));
}

Napi::Value DayBookHandle::late_parties(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = value_or_raise(env, late_parties_question_from_json(text_argument(info, 0), value()->zone));
    return text(env, denwaban::to_json(value_or_raise(env, denwaban::late_parties(value()->book, question))));
}

Napi::Value DayBookHandle::waiting_list(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = value_or_raise(env, waiting_list_question_from_json(text_argument(info, 0), value()->zone));
    return text(env, denwaban::to_json(value_or_raise(env, denwaban::waiting_list(value()->book, question))));
}

Napi::Value DayBookHandle::decide(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto& [book, zone] = *value();
    const auto given = value_or_raise(env, command_from_json(text_argument(info, 0), book, zone));
    const auto decision = value_or_raise(env, denwaban::decide(book, given.command, given.by));
    return pair(env, next(env, decision.book), text(env, denwaban::to_json(decision)));
}

Napi::Value DayBookHandle::edit(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto given = value_or_raise(env, edit_from_json(text_argument(info, 0), value()->zone));
    const auto made = value_or_raise(env, edited(value()->book, given));
    return pair(env, next(env, made.book), text(env, denwaban::to_json(made)));
}

Napi::Value DayBookHandle::reservation(const Napi::CallbackInfo& info) {
    const auto* found = value()->book.find({text_argument(info, 0)});
    return found != nullptr ? text(info.Env(), denwaban::to_json(*found)) : info.Env().Null();
}

Napi::Value DayBookHandle::answer(Napi::Env env, Expected<GoogleAnswer, Errors> given) const {
    const auto answer = value_or_raise(env, std::move(given));
    auto list = Napi::Array::New(env, 3);
    list.Set(0U, next(env, answer.book));
    list.Set(1U, text_or_null(env, answer.booking.text));
    list.Set(2U, text(env, answer.response));
    return list;
}

Napi::Value DayBookHandle::google_create(const Napi::CallbackInfo& info) {
    const auto& [book, zone] = *value();
    return answer(info.Env(), google_create_booking(text_argument(info, 0), book, zone, instant_argument(info, 2),
                                                    {text_argument(info, 1)}));
}

Napi::Value DayBookHandle::google_update(const Napi::CallbackInfo& info) {
    const auto& [book, zone] = *value();
    return answer(info.Env(), google_update_booking(text_argument(info, 0), book, zone, instant_argument(info, 1)));
}

Napi::Value DayBookHandle::to_schema_org(const Napi::CallbackInfo& info) {
    const auto& [book, zone] = *value();
    const auto* found = book.find({text_argument(info, 0)});
    if (found == nullptr) return info.Env().Null();
    return text(info.Env(), denwaban::to_schema_org(book, *found, text_argument(info, 1), zone));
}

Napi::Value DayBookHandle::describe(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto& book = value()->book;
    auto list = Napi::Array::New(env, 4);
    list.Set(0U, text(env, book->restaurant.text));
    list.Set(1U, text(env, to_string(book->date)));
    list.Set(2U, text(env, book->zone));
    list.Set(3U, Napi::Number::New(env, static_cast<double>(book->version)));
    return list;
}

Napi::Value DayBookHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(value()->book));
}

Napi::Value DayBookHandle::to_csv(const Napi::CallbackInfo& info) {
    return text(info.Env(), booking_csv(value()->book));
}

Napi::Value google_batch_availability_lookup(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 2);
    return text(
        env, value_or_raise(env, denwaban::google_batch_availability_lookup(text_argument(info, 0), books_of(info[1]),
                                                                            zone, instant_argument(info, 3))));
}

Napi::Value google_booking_date(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 1);
    return text(env, to_string(value_or_raise(env, denwaban::google_booking_date(text_argument(info, 0), zone))));
}

Napi::Value read_schema_org_reservation(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto zone = zone_argument(info, 1);
    return text(env, to_json(value_or_raise(env, schema_org_reservation_from_json(text_argument(info, 0), zone))));
}

}  // namespace denwaban::node
