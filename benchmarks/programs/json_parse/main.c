#include <stdlib.h>
#include <string.h>

#include "parser.h"
#include "workload.h"

static const char record[] =
    "{\"id\": 12345, \"name\": \"a name of some length\", \"price\": -12.375, \"tags\": [\"one\", "
    "\"two\", \"three\"],\n  \"known\": true, \"hidden\": false, \"owner\": null, \"place\": "
    "{\"x\": 1.5, \"y\": 2.25, \"z\": [0, 1, 2, 3]}}";

int main(int argc, char **argv) {
  int64_t rounds = workload_size(argc, argv, 300);
  char *document = malloc(2000 * (sizeof record + 4));
  if (!document) abort();
  char *end = document;
  *end++ = '[';
  for (int i = 0; i < 2000; i++) {
    if (i > 0) end = (char *)memcpy(end, ",\n ", 3) + 3;
    end = (char *)memcpy(end, record, sizeof record - 1) + sizeof record - 1;
  }
  *end++ = ']';
  double total = 0.0;
  for (int64_t i = 0; i < rounds; i++) {
    Value parsed = parser_parse((Text){(const uint8_t *)document, end - document});
    total += value_sum(&parsed);
    value_release(&parsed);
  }
  workload_report((int64_t)total);
}
