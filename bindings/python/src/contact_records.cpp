#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/connect/delivery.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/records_json.hpp>

#include "alone.hpp"
#include "bindings.hpp"
#include "contact_records.hpp"
#include "refusal.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

py::tuple with_unknown(const std::string& words, const std::vector<JsonPointer>& unknown) {
    py::list places;
    for (const auto& place : unknown) places.append(text_of(place.text));
    return py::make_tuple(text_of(words), py::tuple{places});
}

namespace {

[[nodiscard]] py::str failures(const std::vector<std::pair<std::string, std::string>>& records,
                               const std::vector<std::string>& messages) {
    std::vector<DeliveryPosition> positions;
    for (const auto& [shard, sequence] : records) positions.emplace_back(KinesisPosition{shard, sequence});
    for (const auto& message : messages) positions.emplace_back(MessageId{message});
    return text_of(partial_batch_response(positions));
}

/// What any object shows of its bytes; none at the end of a file.
class Bytes {
public:
    explicit Bytes(const py::object& source) {
        if (source.is_none()) return;
        if (PyObject_GetBuffer(source.ptr(), &view_.emplace(), PyBUF_SIMPLE) == 0) return;
        view_.reset();
        throw py::error_already_set{};
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    ~Bytes() {
        if (view_) PyBuffer_Release(&*view_);
    }
    [[nodiscard]] std::optional<std::string_view> view() const noexcept {
        if (!view_) return std::nullopt;
        return std::string_view{static_cast<const char*>(view_->buf), static_cast<std::size_t>(view_->len)};
    }

private:
    std::optional<Py_buffer> view_;
};
/// What is read while others run, by whoever has the stream alone.
template <class Read>
[[nodiscard]] auto read_apart(const py::object& source, Read&& read) {
    const Bytes bytes{source};
    const py::gil_scoped_release others_may_run;
    return read(bytes.view());
}
using ReadStream = Alone<ContactRecordStream>;
[[nodiscard]] py::str read_stream(ReadStream& self, const py::object& source) {
    return self.with([&](ContactRecordStream& stream) {
        return text_of(read_apart(source, [&](auto bytes) { return streamed_to_json(stream, bytes); }));
    });
}
[[nodiscard]] py::str add_stream(ReadStream& self, const py::object& source, CallFacts& facts) {
    return self.with([&](ContactRecordStream& stream) {
        return text_of(
            add_streamed(facts, read_apart(source, [&](auto bytes) { return read_streamed(stream, bytes); })));
    });
}

}  // namespace

void bind_contact_records(py::module_& module) {
    py::class_<ReadStream>(module, "ContactRecordStreamCore", py::is_final())
        .def(py::init<>())
        .def("read", read_stream, py::arg("source").none(true), py::pos_only())
        .def("add_to", add_stream, py::arg("source").none(true), py::arg("facts"), py::pos_only());
    module.def("read_contact_record", [](const py::object& source) {
        const auto reading = value_of(contact_record_from_json(json_text(source)));
        return with_unknown(to_json(reading.value), reading.unknown);
    });
    module.def("read_kinesis_contact_records", [](const py::object& source) {
        return text_of(to_json(value_of(contact_records_from_kinesis(json_text(source)))));
    });
    module.def("read_delivered_events", [](const py::object& source) {
        return text_of(to_json(value_of(delivered_events_from_json(json_text(source)))));
    });
    module.def("is_redacted", [](const py::str& key) {
        Recording recording;
        recording.key = utf8_of(key);
        return is_redacted(recording);
    });
    module.def("batch_item_failures", failures);
}

}  // namespace denwaban::python
