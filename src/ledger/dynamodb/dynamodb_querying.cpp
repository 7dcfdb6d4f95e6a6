#include <utility>

#include "dynamodb_gathering.hpp"
#include "dynamodb_questions.hpp"

namespace denwaban::dynamodb {

namespace {

/// Where a cursor is, seen from the range that is asked for, in the order of the bytes.
enum class Place : std::uint8_t { below, within, above };

[[nodiscard]] Place place_of(const std::string& sort, const SortRange& range) {
    if (const auto* prefix = std::get_if<SortPrefix>(&range)) {
        if (sort.starts_with(prefix->text)) return Place::within;
        return sort < prefix->text ? Place::below : Place::above;
    }
    const auto& between = std::get<SortBetween>(range);
    if (sort < between.first) return Place::below;
    return sort > between.last ? Place::above : Place::within;
}

/// Whether nothing can come after it. DynamoDB takes no start that is the last of what is asked for.
[[nodiscard]] bool is_at_end(const std::string& after, const Query& query) {
    const auto* prefix = std::get_if<SortPrefix>(&query.range);
    const auto* between = std::get_if<SortBetween>(&query.range);
    if (query.order == QueryOrder::descending) return after <= (prefix != nullptr ? prefix->text : between->first);
    if (between != nullptr) return after >= between->last;
    return place_of(after, query.range) == Place::above;
}

/// No `sort` is empty.
[[nodiscard]] bool is_over(const Query& query) {
    const auto* between = std::get_if<SortBetween>(&query.range);
    if (between != nullptr && between->last.empty()) return true;
    return query.after && is_at_end(query.after->after, query);
}

/// Nor does it take one outside of it.
[[nodiscard]] std::optional<std::string> start_of(const Query& query) {
    if (!query.after || query.after->after.empty()) return std::nullopt;
    if (place_of(query.after->after, query.range) != Place::within) return std::nullopt;
    return query.after->after;
}

/// What is read of documents before a page goes out although it is not full.
constexpr std::size_t page_bytes = 4'000'000;

/// How often in a row a page may be empty and go on: of a query that filters nothing there should be none.
constexpr int most_empty_pages = 100;

class Querying final : public Conversation {
public:
    Querying(std::string table, Query query, std::uint64_t seed)
        : table_(std::move(table)),
          query_(std::move(query)),
          start_(start_of(query_)),
          is_read_(is_over(query_)),
          gathering_(table_, seed) {}

    [[nodiscard]] Step next() override {
        if (!is_read_ && empty_pages_ >= most_empty_pages) {
            return TaskResult{Errors{{ErrorCode::unavailable, "pages of nothing go on and on", {}}}};
        }
        if (!is_read_) return request();
        if (auto step = gathering_.next()) return *std::move(step);
        Page page;
        for (auto& document : std::move(gathering_).documents()) {
            if (document) page.documents.push_back(*std::move(document));
        }
        page.next = std::move(next_);
        return TaskResult{std::move(page)};
    }

    void hear(const Node& output) override {
        if (is_read_) return gathering_.hear(output);
        const auto before = items_.size();
        if (const auto items = output.required("Items")) {
            items->each([&](const Node& item) { hear_item(item); });
        }
        empty_pages_ = items_.size() == before ? empty_pages_ + 1 : 0;
        const auto last = output.if_any("LastEvaluatedKey");
        if (last && is_wanting()) return go_on_after(*last);
        if (last || items_.size() > query_.limit) hold_back();
        for (auto& item : items_) gathering_.add(std::move(item));
        is_read_ = true;
    }

    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure) override {
        return is_read_ ? gathering_.hear_failure(failure) : error_of(failure);
    }

private:
    /// One more than is wanted, to know whether there is more.
    [[nodiscard]] Request request() const {
        Json names{{"#partition", attribute::partition}};
        Json values{{":partition", text_value(query_.partition)}};
        auto condition = std::string{"#partition = :partition"};
        add_range(condition, names, values);
        Json input{{"TableName", table_},
                   {"ConsistentRead", true},
                   {"KeyConditionExpression", condition},
                   {"ExpressionAttributeNames", std::move(names)},
                   {"ExpressionAttributeValues", std::move(values)},
                   {"ScanIndexForward", query_.order == QueryOrder::ascending},
                   {"Limit", query_.limit + 1 - items_.size()}};
        if (start_) input["ExclusiveStartKey"] = key_json({query_.partition, *start_});
        return {"Query", std::move(input)};
    }

    void add_range(std::string& condition, Json& names, Json& values) const {
        const auto add = [&](std::string_view words) {
            condition += words;
            names["#sort"] = attribute::sort;
        };
        if (const auto* prefix = std::get_if<SortPrefix>(&query_.range)) {
            if (prefix->text.empty()) return;
            add(" AND begins_with(#sort, :prefix)");
            values[":prefix"] = text_value(prefix->text);
            return;
        }
        const auto& between = std::get<SortBetween>(query_.range);
        add(between.first.empty() ? " AND #sort <= :last" : " AND #sort BETWEEN :first AND :last");
        if (!between.first.empty()) values[":first"] = text_value(between.first);
        values[":last"] = text_value(between.last);
    }

    void hear_item(const Node& item) {
        auto read = read_document_item(item);
        const auto& [partition, sort] = read.document.key;
        const auto& before = items_.empty() ? start_ : std::optional{items_.back().document.key.sort};
        const bool is_next = !before || (query_.order == QueryOrder::ascending ? *before < sort : sort < *before);
        const bool is_ours = partition == query_.partition && place_of(sort, query_.range) == Place::within;
        if (!is_ours || !is_next || items_.size() > query_.limit) {
            return item.fail(ErrorCode::invalid_value, "was not asked for, or not here");
        }
        bytes_ += read.document.body.size();
        items_.push_back(std::move(read));
    }

    /// Of one document nothing could be held back.
    [[nodiscard]] bool is_wanting() const {
        return items_.size() < 2 || (items_.size() <= query_.limit && bytes_ < page_bytes);
    }

    void go_on_after(const Node& last) {
        const auto key = read_item_key(last);
        if (key.partition != query_.partition || key.sort == start_.value_or("")) {
            last.fail(ErrorCode::invalid_value, "goes on nowhere");
        }
        start_ = key.sort;
    }

    /// The last one begins the next page, which therefore is never empty.
    void hold_back() {
        items_.pop_back();
        next_ = Cursor{items_.back().document.key.sort};
    }

    std::string table_;
    Query query_;
    int empty_pages_ = 0;
    std::optional<std::string> start_;
    bool is_read_;
    std::vector<Item> items_;
    std::size_t bytes_ = 0;
    std::optional<Cursor> next_;
    Gathering gathering_;
};

}  // namespace

std::unique_ptr<Conversation> querying(std::string table, Query query, std::uint64_t seed) {
    return std::make_unique<Querying>(std::move(table), std::move(query), seed);
}

}  // namespace denwaban::dynamodb
