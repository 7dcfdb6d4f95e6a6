#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <denwaban/records/call_groups.hpp>

// As "The Arrow C data interface" and "The Arrow C stream interface" have them, word for word, so that whoever else
// declares them declares the same.
extern "C" {
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/// A type of Arrow's.
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

/// Values of such a type.
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
/// Arrays of one type, one after the other.
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
#endif
}

/// Calls as Arrow: the columns of `bigquery_schema`, by the same names. Instants are `timestamp[ms, UTC]`, dates
/// `date32`, spans whole milliseconds in `int64`, counts `int32`, words and numbers of telephones `utf8`; attributes
/// are a `map`.
///
/// What these hand out belongs to whoever takes it, who calls its `release` once; it may be moved bit by bit.
namespace denwaban {

/// The columns, as the children of a struct.
[[nodiscard]] ArrowSchema arrow_schema();

/// So many rows are a batch, as a rule.
inline constexpr std::size_t rows_of_arrow_batch = 16'384;

/// The calls, in their order. A batch is made when it is asked for, and needs the stream no longer. Its `get_next`
/// answers ENOMEM without memory, and EOVERFLOW of a batch whose texts are longer than 2 GiB. Cost: linear.
///
/// Precondition: `rows_of_batch` is 1 or more.
[[nodiscard]] ArrowArrayStream arrow_stream(std::vector<PlacedCall> calls,
                                            std::size_t rows_of_batch = rows_of_arrow_batch);

/// The same in Arrow's IPC streaming format, as files and other processes have it: what `apache-arrow` and every other
/// library of Arrow's reads. Errors: `too_large` of texts of a batch that are longer than 2 GiB. Cost: linear.
[[nodiscard]] Expected<std::string> arrow_ipc(std::vector<PlacedCall> calls,
                                              std::size_t rows_of_batch = rows_of_arrow_batch);

}  // namespace denwaban
