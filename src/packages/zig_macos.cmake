# Zig takes no -bundle and links a program instead; Node opens either.
set(CMAKE_SHARED_MODULE_CREATE_CXX_FLAGS -shared)
