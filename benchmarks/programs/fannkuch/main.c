#include "flips.h"
#include "permutations.h"
#include "workload.h"

int main(int argc, char **argv) {
  int64_t n = workload_size(argc, argv, 10);
  int32_t numbers[16] = {0};
  int32_t counts[16] = {0};
  int32_t work[16] = {0};
  for (int64_t i = 0; i < n; i++) numbers[i] = (int32_t)i;
  Permutations all = {numbers, n, counts, n};
  int64_t largest = 0;
  int64_t checksum = 0;
  int64_t number = 0;
  bool more = true;
  while (more) {
    int64_t count = flips_count(all.numbers, work, n);
    if (count > largest) largest = count;
    checksum = number % 2 == 0 ? checksum + count : checksum - count;
    number++;
    more = permutations_advance(&all);
  }
  workload_report(checksum);
  workload_report(largest);
}
