#ifndef WORKLOAD_H
#define WORKLOAD_H

#include <stdint.h>
#include <stdlib.h>

int64_t workload_size(int argc, char **argv, int64_t usual);
void workload_report(int64_t number);

/* An index that Pink would check; checked here too where the cost of that is measured. */
static inline int64_t at(int64_t index, int64_t length) {
#ifdef CHECKED
  if (__builtin_expect((uint64_t)index >= (uint64_t)length, 0)) abort();
#else
  (void)length;
#endif
  return index;
}

#endif
