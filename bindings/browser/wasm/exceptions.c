/* The tag that all thrown by C++ bears; compilers look for it in a library that zig does not bring. */
__asm__(
    ".globl __cpp_exception\n"
    ".tagtype __cpp_exception i32\n"
    "__cpp_exception:\n");

/* For what nobody catches: its name as it is, for a demangler is larger than all else of the library. */
char* __cxa_demangle(const char* mangled, char* to, unsigned long* length, int* status) {
    (void)mangled, (void)to, (void)length;
    if (status) *status = -2;
    return 0;
}
