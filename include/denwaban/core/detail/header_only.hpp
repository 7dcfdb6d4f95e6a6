#pragma once

/// Who defines `DENWABAN_HEADER_ONLY` links no `denwaban::seating`: what it holds is compiled where it is included.
#ifdef DENWABAN_HEADER_ONLY
#define DENWABAN_INLINE inline
#else
#define DENWABAN_INLINE
#endif
