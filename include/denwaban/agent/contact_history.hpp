#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/agent/contact.hpp>
#include <denwaban/agent/contact_lifecycle.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>

namespace denwaban {

/// What a contact event reports ("Amazon Connect contact events"), in the order in which they can follow one another
/// within a millisecond.
enum class ContactReportKind : std::uint8_t {
    initiated,
    connected_to_system,
    queued,
    connected_to_agent,
    paused,
    resumed,
    disconnected,
    completed,
    contact_data_updated,
    amd_disabled,
    unknown,
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<ContactReportKind>{
    "initiated", "connected_to_system", "queued",    "connected_to_agent",   "paused",
    "resumed",   "disconnected",        "completed", "contact_data_updated", "amd_disabled",
    "unknown",
};

/// One contact event. They come best effort and in any order.
struct ContactReport {
    std::string id;  ///< of the event; empty where its envelope is missing
    ContactReportKind kind = ContactReportKind::unknown;
    Instant at{};
    ContactId contact;
    std::optional<ContactId> initial;
    std::optional<ContactId> previous;
    Channel channel = Channel::unknown;
    Initiation initiation = Initiation::unknown;
    std::optional<Queue> queue;
    std::optional<AgentId> agent;
    std::string disconnect_reason;  ///< empty where it is not told
    std::optional<Instant> queued_at;
    std::optional<Instant> connected_to_agent_at;
    std::optional<Caller> customer{};   ///< as a `ContactRecord` has it
    std::optional<PhoneNumber> line{};  ///< the number dialled, or shown to whom we called
    std::string customer_address{};     ///< as it stands: a number, an e-mail address
    std::map<std::string, std::string> tags{};
    std::string language{};  ///< as the flow set it: ja-JP; empty where it is not told
    friend bool operator==(const ContactReport&, const ContactReport&) = default;
};

/// What the report says to a contact's lifecycle; none where it says nothing of it.
[[nodiscard]] constexpr std::optional<ContactEvent> event_of(ContactReportKind kind) noexcept {
    switch (kind) {
        case ContactReportKind::initiated:
        case ContactReportKind::connected_to_system:
            return ContactEvent::entered_flow;
        case ContactReportKind::queued:
            return ContactEvent::queued;
        case ContactReportKind::connected_to_agent:
        case ContactReportKind::resumed:
            return ContactEvent::connected;
        case ContactReportKind::paused:
            return ContactEvent::paused;
        case ContactReportKind::disconnected:
            return ContactEvent::disconnected;
        case ContactReportKind::completed:
            return ContactEvent::gone;
        case ContactReportKind::contact_data_updated:
        case ContactReportKind::amd_disabled:
        case ContactReportKind::unknown:
            break;
    }
    return std::nullopt;
}

/// All that was reported of one contact. What it says depends only on which reports have come, not on their order or
/// number.
class ContactHistory {
public:
    /// Whether a report was new; one of another contact than those before it changes nothing.
    enum class Added : std::uint8_t { yes, duplicate, another_contact };

    /// Cost: linear in the reports of the contact, of which there are few.
    Added add(ContactReport report) {
        if (!reports_.empty() && report.contact != reports_.front().contact) return Added::another_contact;
        const auto place = std::lower_bound(reports_.begin(), reports_.end(), report, before);
        if (place != reports_.end() && !before(report, *place)) return Added::duplicate;
        reports_.insert(place, std::move(report));
        return Added::yes;
    }

    /// In the order in which they happened.
    [[nodiscard]] std::span<const ContactReport> reports() const noexcept { return reports_; }

    /// Where the lifecycle is after all that was reported. Cost: linear in the reports.
    [[nodiscard]] ContactState state() const noexcept {
        auto state = ContactState::unseen;
        for (const auto& report : reports_) {
            const auto event = event_of(report.kind);
            if (!event) continue;
            const auto step = contact_lifecycle.step(state, *event);
            if (const auto* moved = std::get_if<Moved<ContactState, ContactEffect>>(&step)) state = moved->to;
        }
        return state;
    }

    /// When it was first reported as this; none while it has not been.
    [[nodiscard]] std::optional<Instant> first(ContactReportKind kind) const noexcept {
        for (const auto& report : reports_) {
            if (report.kind == kind) return report.at;
        }
        return std::nullopt;
    }

    /// The restaurant's number that was dialled, or shown: so it is known which line lost a call. None while no report
    /// tells it.
    [[nodiscard]] std::optional<PhoneNumber> line() const {
        const auto told =
            std::ranges::find_if(reports_, [](const ContactReport& report) { return report.line.has_value(); });
        return told == reports_.end() ? std::nullopt : told->line;
    }

    /// When the customer gave up in the queue (放棄呼), as Amazon Connect counts "contacts abandoned": queued, and
    /// disconnected by the customer before an agent came. None if they did not, or if they never called: a callback,
    /// a call of ours. A call of the API is ours, a chat of the API the customer's. Where no report tells who ended it,
    /// the customer did.
    [[nodiscard]] std::optional<Instant> abandoned_at() const noexcept {
        const auto told = [&](auto says) { return std::ranges::any_of(reports_, says); };
        const bool queued = told(
            [](const ContactReport& report) { return report.kind == ContactReportKind::queued || report.queued_at; });
        const bool answered = told([](const ContactReport& report) {
            return report.kind == ContactReportKind::connected_to_agent || report.connected_to_agent_at;
        });
        const bool written = told([](const ContactReport& report) { return is_written(report.channel); });
        const bool otherwise = told([written](const ContactReport& report) {
            const bool to_us = is_to_us(report.initiation) || (written && report.initiation == Initiation::api);
            return !is_ended_by_customer(report.disconnect_reason) || !to_us;
        });
        return queued && !answered && !otherwise ? first(ContactReportKind::disconnected) : std::nullopt;
    }

    friend bool operator==(const ContactHistory&, const ContactHistory&) = default;

private:
    static bool is_ended_by_customer(std::string_view reason) noexcept {
        return reason.empty() || reason == "CUSTOMER_DISCONNECT";
    }
    static bool is_to_us(Initiation initiation) noexcept {
        switch (initiation) {
            case Initiation::inbound:
            case Initiation::transfer:
            case Initiation::queue_transfer:
            case Initiation::disconnect:
            case Initiation::webrtc_api:
            case Initiation::flow:
            case Initiation::unknown:
                return true;
            case Initiation::outbound:
            case Initiation::callback:
            case Initiation::api:
            case Initiation::monitor:
            case Initiation::external_outbound:
            case Initiation::agent_reply:
            case Initiation::campaign_preview:
            case Initiation::callback_customer_first_queued:
            case Initiation::callback_customer_first_dialed:
                return false;
        }
        return false;
    }
    static bool before(const ContactReport& a, const ContactReport& b) noexcept {
        return std::tie(a.at, a.kind, a.id) < std::tie(b.at, b.kind, b.id);
    }

    std::vector<ContactReport> reports_;
};

}  // namespace denwaban
