#ifndef XUNJIAN_RESOURCES_H
#define XUNJIAN_RESOURCES_H

#include <stddef.h>

/// A data file embedded in the program.
struct xj_resource {
  /// The file's name, as `checklists.yaml`.
  const char *name;
  /// Its contents as they stand in the file; not ended by a zero.
  const unsigned char *bytes;
  /// How many bytes there are.
  size_t count;
};

/// The embedded file of that name, or NULL if there is none. It lives as long as the program.
const struct xj_resource *xj_resource_named(const char *name);

#endif
