#include <denwaban/connect/contact_record.hpp>

#include "fast_contact_record.hpp"

namespace denwaban {

struct ContactRecordReader::Memory {
    connect::FastContactRecord fast;
    Reading reading{ConnectReading<ContactRecord>{}};
};

ContactRecordReader::ContactRecordReader() : memory_(std::make_unique<Memory>()) {}
ContactRecordReader::~ContactRecordReader() = default;
ContactRecordReader::ContactRecordReader(ContactRecordReader&&) noexcept = default;
ContactRecordReader& ContactRecordReader::operator=(ContactRecordReader&&) noexcept = default;

ContactRecordReader::Reading& ContactRecordReader::read(std::string_view text) {
    auto& reading = memory_->reading;
    if (!reading) reading = ConnectReading<ContactRecord>{};
    if (!memory_->fast.read(text, *reading)) reading = contact_record_from_json(text);
    return reading;
}

}  // namespace denwaban
