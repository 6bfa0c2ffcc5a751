#include "Resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char activities[] = {
#embed "activities.yaml"
};

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

static const unsigned char docx_content_types[] = {
#embed "docx/[Content_Types].xml"
};

static const unsigned char docx_rels[] = {
#embed "docx/_rels/.rels"
};

static const unsigned char docx_app[] = {
#embed "docx/docProps/app.xml"
};

static const unsigned char docx_core[] = {
#embed "docx/docProps/core.xml"
};

static const unsigned char docx_document[] = {
#embed "docx/word/document.xml"
};

static const unsigned char docx_document_rels[] = {
#embed "docx/word/_rels/document.xml.rels"
};

static const unsigned char docx_styles[] = {
#embed "docx/word/styles.xml"
};

static const unsigned char docx_settings[] = {
#embed "docx/word/settings.xml"
};

static const unsigned char docx_header[] = {
#embed "docx/word/header.xml"
};

static const unsigned char docx_footer_odd[] = {
#embed "docx/word/footer-odd.xml"
};

static const unsigned char docx_footer_even[] = {
#embed "docx/word/footer-even.xml"
};

static const unsigned char expiries[] = {
#embed "expiries.yaml"
};

static const unsigned char holidays[] = {
#embed "holidays.tsv"
};

static const unsigned char pinyin[] = {
#embed "pinyin.txt"
};

static const unsigned char template_annual_en[] = {
#embed "templates/annual.en.mustache"
};

static const unsigned char template_annual_zh[] = {
#embed "templates/annual.zh.mustache"
};

static const unsigned char template_holiday_en[] = {
#embed "templates/holiday.en.mustache"
};

static const unsigned char template_holiday_zh[] = {
#embed "templates/holiday.zh.mustache"
};

static const unsigned char template_letter_en[] = {
#embed "templates/letter.en.mustache"
};

static const unsigned char template_letter_zh[] = {
#embed "templates/letter.zh.mustache"
};

static const unsigned char template_month_en[] = {
#embed "templates/month.en.mustache"
};

static const unsigned char template_month_zh[] = {
#embed "templates/month.zh.mustache"
};

static const unsigned char template_notice_en[] = {
#embed "templates/notice.en.mustache"
};

static const unsigned char template_notice_zh[] = {
#embed "templates/notice.zh.mustache"
};

static const unsigned char template_period_en[] = {
#embed "templates/period.en.mustache"
};

static const unsigned char template_period_zh[] = {
#embed "templates/period.zh.mustache"
};

static const unsigned char template_reply_en[] = {
#embed "templates/reply.en.mustache"
};

static const unsigned char template_reply_zh[] = {
#embed "templates/reply.zh.mustache"
};

static const unsigned char template_responsibility_en[] = {
#embed "templates/responsibility.en.mustache"
};

static const unsigned char template_responsibility_zh[] = {
#embed "templates/responsibility.zh.mustache"
};

static const struct xj_resource resources[] = {
    {"activities.yaml", activities, sizeof activities},
    {"bureau.yaml", bureau, sizeof bureau},
    {"checklists.yaml", checklists, sizeof checklists},
    {"demo.yaml", demo, sizeof demo},
    {"demo-en.yaml", demo_en, sizeof demo_en},
    {"docx/[Content_Types].xml", docx_content_types, sizeof docx_content_types},
    {"docx/_rels/.rels", docx_rels, sizeof docx_rels},
    {"docx/docProps/app.xml", docx_app, sizeof docx_app},
    {"docx/docProps/core.xml", docx_core, sizeof docx_core},
    {"docx/word/document.xml", docx_document, sizeof docx_document},
    {"docx/word/_rels/document.xml.rels", docx_document_rels, sizeof docx_document_rels},
    {"docx/word/styles.xml", docx_styles, sizeof docx_styles},
    {"docx/word/settings.xml", docx_settings, sizeof docx_settings},
    {"docx/word/header.xml", docx_header, sizeof docx_header},
    {"docx/word/footer-odd.xml", docx_footer_odd, sizeof docx_footer_odd},
    {"docx/word/footer-even.xml", docx_footer_even, sizeof docx_footer_even},
    {"expiries.yaml", expiries, sizeof expiries},
    {"holidays.tsv", holidays, sizeof holidays},
    {"pinyin.txt", pinyin, sizeof pinyin},
    {"templates/annual.en.mustache", template_annual_en, sizeof template_annual_en},
    {"templates/annual.zh.mustache", template_annual_zh, sizeof template_annual_zh},
    {"templates/holiday.en.mustache", template_holiday_en, sizeof template_holiday_en},
    {"templates/holiday.zh.mustache", template_holiday_zh, sizeof template_holiday_zh},
    {"templates/letter.en.mustache", template_letter_en, sizeof template_letter_en},
    {"templates/letter.zh.mustache", template_letter_zh, sizeof template_letter_zh},
    {"templates/month.en.mustache", template_month_en, sizeof template_month_en},
    {"templates/month.zh.mustache", template_month_zh, sizeof template_month_zh},
    {"templates/notice.en.mustache", template_notice_en, sizeof template_notice_en},
    {"templates/notice.zh.mustache", template_notice_zh, sizeof template_notice_zh},
    {"templates/period.en.mustache", template_period_en, sizeof template_period_en},
    {"templates/period.zh.mustache", template_period_zh, sizeof template_period_zh},
    {"templates/reply.en.mustache", template_reply_en, sizeof template_reply_en},
    {"templates/reply.zh.mustache", template_reply_zh, sizeof template_reply_zh},
    {"templates/responsibility.en.mustache", template_responsibility_en,
     sizeof template_responsibility_en},
    {"templates/responsibility.zh.mustache", template_responsibility_zh,
     sizeof template_responsibility_zh},
};

const struct xj_resource *xj_resource_named(const char *name) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) == 0) {
      return &resources[i];
    }
  }
  return NULL;
}
