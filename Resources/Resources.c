#include "Resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bureau[] = {
#embed "bureau.yaml"
};

static const unsigned char checklists[] = {
#embed "checklists.yaml"
};

static const unsigned char demo[] = {
#embed "demo.yaml"
};

static const unsigned char demo_en[] = {
#embed "demo-en.yaml"
};

static const unsigned char holidays[] = {
#embed "holidays.tsv"
};

static const unsigned char pinyin[] = {
#embed "pinyin.txt"
};

static const struct xj_resource resources[] = {
    {"bureau.yaml", bureau, sizeof bureau},
    {"checklists.yaml", checklists, sizeof checklists},
    {"demo.yaml", demo, sizeof demo},
    {"demo-en.yaml", demo_en, sizeof demo_en},
    {"holidays.tsv", holidays, sizeof holidays},
    {"pinyin.txt", pinyin, sizeof pinyin},
};

const struct xj_resource *xj_resource_named(const char *name) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) == 0) {
      return &resources[i];
    }
  }
  return NULL;
}
