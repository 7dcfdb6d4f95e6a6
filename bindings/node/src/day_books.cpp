#include "day_books.hpp"

#include <utility>
#include <vector>

#include <denwaban/formats/day_book_json.hpp>
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
                           InstanceMethod<&DayBookHandle::decide>("decide"),
                           InstanceMethod<&DayBookHandle::edit>("edit"),
                           InstanceMethod<&DayBookHandle::reservation>("reservation"),
                           InstanceMethod<&DayBookHandle::describe>("describe"),
                           InstanceMethod<&DayBookHandle::to_json>("toJson"),
                       });
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
    const auto slots = value_or_raise(
        env, denwaban::availability(value()->book, question.wish, question.starts, question.now, question.moves));
    return text(env, denwaban::to_json(slots));
}

Napi::Value DayBookHandle::propose(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto question = value_or_raise(env, proposal_question_from_json(text_argument(info, 0), value()->zone));
    std::vector<DayBook> others;
    const auto given = info[1].As<Napi::Array>();
    for (std::uint32_t index = 0; index < given.Length(); ++index) {
        others.push_back(Unwrap(given.Get(index).As<Napi::Object>())->value()->book);
    }
    const auto proposal =
        value_or_raise(env, denwaban::propose(value()->book, question.request, question.now, question.asking, others));
    return text(env, denwaban::to_json(proposal));
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

}  // namespace denwaban::node
