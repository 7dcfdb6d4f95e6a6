// Node-API's functions are those of the program that has loaded us, be it node.exe, a copy under another name, or
// Electron; an import library would name one file. Those that a program is too old for stay null.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

extern "C" {
// Where a call of what is declared as imported looks.
#define DENWABAN_FUNCTION(name) void* __imp_##name;
#include "functions_of_node.inc"
#undef DENWABAN_FUNCTION
}

namespace {

struct Function {
    const char* name;
    void** place;
};
constexpr Function functions[]{
#define DENWABAN_FUNCTION(name) {#name, &__imp_##name},
#include "functions_of_node.inc"
#undef DENWABAN_FUNCTION
};

struct Found {
    Found() noexcept {
        const auto program = ::GetModuleHandleW(nullptr);
        for (const auto& [name, place] : functions) *place = reinterpret_cast<void*>(::GetProcAddress(program, name));
        // A worker that ends may be the last to have us, and destructors of its thread are still to run.
        HMODULE ours = nullptr;
        ::GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                             reinterpret_cast<LPCWSTR>(functions), &ours);
    }
};
const Found found;

}  // namespace
