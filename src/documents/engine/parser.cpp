#include "parser.hpp"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "json_scanner.hpp"

namespace denwaban::formats {

namespace {

using Parser = nlohmann::json;

/// Takes down a document as the parser reads it, and notices what the parser would let pass: keys that stand twice, and
/// depth.
class Taker {
public:
    Taker(std::size_t size, Parsed& parsed) : size_(size), parsed_(parsed) {}

    bool null() { return document().null(), true; }
    bool boolean(bool value) { return document().boolean(value), true; }
    bool number_integer(std::int64_t value) { return document().integer(value), true; }
    bool number_unsigned(std::uint64_t value) { return document().unsigned_integer(value), true; }
    bool number_float(double value, const std::string&) { return document().number(value), true; }
    bool string(const std::string& value) { return document().string(value), true; }
    bool binary(Parser::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(JsonKind::object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonKind::array); }
    bool end_array() { return close(); }

    bool key(const std::string& name) {
        if (!document().key(name)) {
            report({ErrorCode::duplicate_key, "stands twice in its object", JsonPointer{document().path()}});
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token, const Parser::exception& error) {
        const bool number = dynamic_cast<const Parser::out_of_range*>(&error) != nullptr;
        const auto end = std::min(position, size_);
        const auto begin = end - std::min(end, number ? token.size() : std::size_t{1});
        report(
            {ErrorCode::malformed_json, number ? "has a number out of range" : "is not JSON", ByteRange{begin, end}});
        return false;
    }

private:
    [[nodiscard]] Document& document() noexcept { return parsed_.document; }
    void report(Error error) {
        if (parsed_.errors.size() < max_errors) parsed_.errors.push_back({document().next(), std::move(error)});
    }
    bool open(JsonKind container) {
        if (document().depth() >= max_depth) {
            report({ErrorCode::too_deep, "nested more than 64 deep", JsonPointer{document().path()}});
            return false;
        }
        document().open(container);
        return true;
    }
    bool close() {
        document().close();
        return true;
    }

    std::size_t size_;
    Parsed& parsed_;
};

/// Takes down a document of nearly every kind; false of one that the careful parser has to look at: what is wrong with
/// it, a number that is not whole, a key that stands twice.
class QuickTaker {
public:
    QuickTaker(std::string_view text, Document& document) : document_(document) { scanner_.begin(text); }

    [[nodiscard]] bool run() { return value() && scanner_.at_end(); }

private:
    [[nodiscard]] bool value() {
        std::string_view text;
        std::int64_t number = 0;
        switch (scanner_.peek()) {
            case '{':
                return container(JsonKind::object, '}', [&] { return member(); });
            case '[':
                return container(JsonKind::array, ']', [&] { return value(); });
            case '"':
                return scanner_.string(text) && (document_.string(text), true);
            case 't':
                return scanner_.take_true() && (document_.boolean(true), true);
            case 'f':
                return scanner_.take_false() && (document_.boolean(false), true);
            case 'n':
                return scanner_.take_null() && (document_.null(), true);
            default:
                return scanner_.whole(number) && (document_.integer(number), true);
        }
    }
    template <class Part>
    [[nodiscard]] bool container(JsonKind kind, char end, Part part) {
        if (document_.depth() >= max_depth) return false;
        scanner_.take_one();
        document_.open(kind);
        if (!scanner_.take(end)) {
            do {
                if (!part()) return false;
            } while (scanner_.take(','));
            if (!scanner_.take(end)) return false;
        }
        document_.close();
        return true;
    }
    [[nodiscard]] bool member() {
        std::string_view name;
        return scanner_.string(name) && scanner_.take(':') && document_.key(name) && value();
    }

    JsonScanner scanner_;
    Document& document_;
};

[[nodiscard]] bool take_quickly(std::string_view text, Document& document) {
    document.reserve(text.size());
    return QuickTaker{text, document}.run();
}

}  // namespace

Parsed parse_document(std::string_view text) {
    Parsed parsed;
    parsed.complete = text.size() <= max_document && take_quickly(text, parsed.document);
    if (!parsed.complete) return parse_carefully(text);
    return parsed;
}

Parsed parse_carefully(std::string_view text) {
    Parsed parsed;
    if (text.size() > max_document) {
        parsed.errors.push_back(
            {0, {ErrorCode::too_large, "larger than 64 MiB", ByteRange{max_document, text.size()}}});
        return parsed;
    }
    // The parser takes a zero byte for the end of the text, and would let anything follow it.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        parsed.errors.push_back({0, {ErrorCode::malformed_json, "is not JSON", ByteRange{zero, zero + 1}}});
        return parsed;
    }
    parsed.document.reserve(text.size());
    Taker taker{text.size(), parsed};
    parsed.complete = Parser::sax_parse(text.data(), text.data() + text.size(), &taker);
    return parsed;
}

}  // namespace denwaban::formats
