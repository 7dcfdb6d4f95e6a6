"""What a runtime looks for, and nothing else is shown: two packages in one process never meet."""

ENTRIES = {
    ".node": {"napi_register_module_v1", "node_api_module_get_api_version_v1"},
    ".so": {"PyInit__denwaban"},
    ".pyd": {"PyInit__denwaban"},
}
