// What we call of libarchive to write a ZIP file, with our own prototypes, so that neither building nor
// starting the program needs it. Source: the manual pages archive_write(3) and archive_entry(3).

#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Hidden, so that the library itself never finds these in place of its own.
#pragma GCC visibility push(hidden)

// Loads the library once. Returns NULL when every function below can be called, else the name of the
// library or function that is missing; until it has returned NULL, none may be called.
const char *archive_missing(void);

#define ARCHIVE_LIBRARY "libarchive.so.13"

enum { AE_IFREG = 0100000 };

struct archive;
struct archive_entry;
typedef ssize_t archive_write_callback(
    struct archive *archive, void *closure, const void *data, size_t length);

// Those that return int or ssize_t return less than 0 for an error, whose words archive_error_string has.
struct archive *archive_write_new(void);
int archive_write_set_format_zip(struct archive *archive);
int archive_write_set_bytes_in_last_block(struct archive *archive, int bytes);
int archive_write_open(
    struct archive *archive, void *closure, void *open, archive_write_callback *write, void *close);
int archive_write_header(struct archive *archive, struct archive_entry *entry);
ssize_t archive_write_data(struct archive *archive, const void *data, size_t length);
int archive_write_close(struct archive *archive);
int archive_write_free(struct archive *archive);
const char *archive_error_string(struct archive *archive);

struct archive_entry *archive_entry_new(void);
void archive_entry_free(struct archive_entry *entry);
void archive_entry_set_pathname(struct archive_entry *entry, const char *path);
void archive_entry_set_filetype(struct archive_entry *entry, unsigned int type);
void archive_entry_set_perm(struct archive_entry *entry, mode_t mode);
void archive_entry_set_size(struct archive_entry *entry, int64_t size);

#pragma GCC visibility pop

#endif
