#include "CArchive.h"

#include "CLoader.h"

// Every function once: result, name, parameters, arguments.
#define FUNCTIONS(F) \
  F(struct archive *, archive_write_new, (void), ()) \
  F(int, archive_write_set_format_zip, (struct archive *archive), (archive)) \
  F(int, archive_write_set_bytes_in_last_block, (struct archive *archive, int bytes), \
    (archive, bytes)) \
  F(int, archive_write_open, \
    (struct archive *archive, void *closure, void *open, archive_write_callback *write, \
     void *close), \
    (archive, closure, open, write, close)) \
  F(int, archive_write_header, (struct archive *archive, struct archive_entry *entry), \
    (archive, entry)) \
  F(ssize_t, archive_write_data, (struct archive *archive, const void *data, size_t length), \
    (archive, data, length)) \
  F(int, archive_write_close, (struct archive *archive), (archive)) \
  F(int, archive_write_free, (struct archive *archive), (archive)) \
  F(const char *, archive_error_string, (struct archive *archive), (archive)) \
  F(struct archive_entry *, archive_entry_new, (void), ()) \
  F(void, archive_entry_free, (struct archive_entry *entry), (entry)) \
  F(void, archive_entry_set_pathname, (struct archive_entry *entry, const char *path), \
    (entry, path)) \
  F(void, archive_entry_set_filetype, (struct archive_entry *entry, unsigned int type), \
    (entry, type)) \
  F(void, archive_entry_set_perm, (struct archive_entry *entry, mode_t mode), (entry, mode)) \
  F(void, archive_entry_set_size, (struct archive_entry *entry, int64_t size), (entry, size))

LOADER_LIBRARY(ARCHIVE_LIBRARY, archive_missing, FUNCTIONS)
