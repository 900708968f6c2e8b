#include "hashing.h"
#include "table.h"
#include "workload.h"

int main(int argc, char **argv) {
  int64_t n = workload_size(argc, argv, 10000000);
  Table counts = table_make();
  uint64_t state = 42;
  for (int64_t i = 0; i < n; i++) table_add(&counts, hashing_next(&state) % 50000, 1);
  int64_t sum = 0;
  for (int64_t i = 0; i < n; i++) sum += table_find(&counts, hashing_next(&state) % 100000);
  workload_report(counts.count);
  workload_report(sum);
}
