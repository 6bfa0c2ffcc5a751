// Shared libraries that are opened only when a function of theirs is first needed, so that the program
// is built and starts without them. A target declares what it calls by the functions' own prototypes,
// lists each once as F(result, name, parameters, arguments), and has the list forwarded.

#ifndef CLOADER_H
#define CLOADER_H

#include <pthread.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

struct loader_function {
  const char *name;
  void **address;
};

// Opens a library and looks up its functions. Returns NULL when all are found, else the name of the
// library or function that is missing.
const char *loader_open(
    const char *library, const struct loader_function *functions, size_t count);

#pragma GCC visibility pop

#define LOADER_FORWARD(result, name, parameters, arguments) \
  static result (*real_##name) parameters; \
  result name parameters { return real_##name arguments; }

#define LOADER_ENTRY(result, name, parameters, arguments) {#name, (void **)&real_##name},

// Defines every function of a list, and `missing`, which opens the library once and returns what
// loader_open did; until it has returned NULL, none of them may be called.
#define LOADER_LIBRARY(library, missing, FUNCTIONS) \
  FUNCTIONS(LOADER_FORWARD) \
  static const char *missing##_found; \
  static void missing##_once(void) { \
    static const struct loader_function list[] = {FUNCTIONS(LOADER_ENTRY)}; \
    missing##_found = loader_open(library, list, sizeof list / sizeof *list); \
  } \
  const char *missing(void) { \
    static pthread_once_t once = PTHREAD_ONCE_INIT; \
    pthread_once(&once, missing##_once); \
    return missing##_found; \
  }

#endif
