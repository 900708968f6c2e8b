#include "workload.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int64_t workload_size(int argc, char **argv, int64_t usual) {
  return argc < 2 ? usual : strtoll(argv[1], 0, 10);
}

void workload_report(int64_t number) { printf("%" PRId64 "\n", number); }
