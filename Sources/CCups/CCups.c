#include "CCups.h"

#include "CLoader.h"

// Every function once: result, name, parameters, arguments.
#define FUNCTIONS(F) \
  F(int, cupsGetJobs, (cups_job_t **jobs, const char *name, int myjobs, int whichjobs), \
    (jobs, name, myjobs, whichjobs)) \
  F(void, cupsFreeJobs, (int num_jobs, cups_job_t *jobs), (num_jobs, jobs))

LOADER_LIBRARY(CUPS_LIBRARY, cups_missing, FUNCTIONS)
