#include "CLoader.h"

#include <dlfcn.h>

const char *loader_open(
    const char *library, const struct loader_function *functions, size_t count) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return library;
  for (size_t i = 0; i < count; i++) {
    *functions[i].address = dlsym(handle, functions[i].name);
    if (*functions[i].address == NULL) return functions[i].name;
  }
  return NULL;
}
