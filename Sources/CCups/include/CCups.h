// What we call of CUPS, with our own prototypes, so that neither building nor starting the program needs
// it. Source: cups/cups.h of CUPS 2.4, whose layout has been the same since 1.2.

#ifndef CCUPS_H
#define CCUPS_H

#include <time.h>

#pragma GCC visibility push(hidden)

// Loads the library once. Returns NULL when every function below can be called, else the name of the
// library or function that is missing; until it has returned NULL, none may be called.
const char *cups_missing(void);

#define CUPS_LIBRARY "libcups.so.2"

typedef struct {
  int id;
  char *dest, *title, *user, *format;
  // The job-state of RFC 8011 5.3.7, from 3 (pending) to 9 (completed).
  int state;
  int size, priority;
  time_t completed_time, creation_time, processing_time;
} cups_job_t;

enum { CUPS_WHICHJOBS_ALL = -1 };

int cupsGetJobs(cups_job_t **jobs, const char *name, int myjobs, int whichjobs);
void cupsFreeJobs(int num_jobs, cups_job_t *jobs);

#pragma GCC visibility pop

#endif
