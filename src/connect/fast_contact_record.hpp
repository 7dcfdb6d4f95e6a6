#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/reading.hpp>
#include <denwaban/records/contact_record.hpp>

#include "documents/engine/json_scanner.hpp"
#include "fast_rows.hpp"

namespace denwaban::connect {

/// Reads contact records as they usually are, and those that are laid out as one before at once, into memory that it
/// uses again: the same as `read_contact_record`, or nothing. It leaves to that whatever is wrong, and what is right
/// but written as the service does not write it.
class FastContactRecord {
public:
    /// False, and nothing to be made of `into`, where the careful reader has to look. Cost: linear; once `into` has
    /// held such a record, no allocation but for what is new to us.
    [[nodiscard]] bool read(std::string_view text, ConnectReading<ContactRecord>& into);

    /// How many were laid out as one before.
    [[nodiscard]] std::size_t known() const noexcept { return known_; }

    /// A member whose value is a text, or null.
    struct Text {
        std::string_view key;
        std::optional<std::string_view> value;
    };
    /// What is read before it is known what becomes of it.
    struct Draft {
        ContactRecord* record = nullptr;
        std::string line;
        std::string transferred_to;
        Recording recording;
        bool has_recording = false;
        bool has_time = false;
        std::vector<Text> members;
    };

private:
    void begin(std::string_view text, ContactRecord& record);
    [[nodiscard]] bool end();
    [[nodiscard]] bool read_known(std::string_view text, ConnectReading<ContactRecord>& into);

    formats::JsonScanner scanner_;
    Draft draft_;
    std::vector<fast::Noted> noted_;
    fast::LayoutNotes layout_;
    fast::Layouts layouts_;
    std::size_t known_ = 0;
};

}  // namespace denwaban::connect
