#include "flips.h"

#include "workload.h"

int64_t flips_count(int32_t *permutation, int32_t *work, int64_t length) {
  for (int64_t i = 0; i < length; i++) work[at(i, length)] = permutation[at(i, length)];
  int64_t flips = 0;
  int32_t first = work[at(0, length)];
  while (first != 0) {
    int64_t low = 0;
    int64_t high = first;
    while (low < high) {
      int32_t held = work[at(low, length)];
      work[at(low, length)] = work[at(high, length)];
      work[at(high, length)] = held;
      low++;
      high--;
    }
    flips++;
    first = work[at(0, length)];
  }
  return flips;
}
