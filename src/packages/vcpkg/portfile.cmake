# src/packages/vcpkg/make_port.sh fills in where a release lies.
vcpkg_from_github(
  OUT_SOURCE_PATH SOURCE_PATH
  REPO @REPOSITORY@
  REF "v${VERSION}"
  SHA512 @SHA512@
)
vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES
    formats DENWABAN_FORMATS
    ledger DENWABAN_LEDGER
)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    ${FEATURE_OPTIONS}
    -DDENWABAN_CLI=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME denwaban CONFIG_PATH lib/cmake/denwaban)
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE" "${SOURCE_PATH}/THIRD_PARTY_NOTICES.md")
