#include "flips.h"

int64_t flips_count(int32_t *permutation, int32_t *work, int64_t length) {
  for (int64_t i = 0; i < length; i++) work[i] = permutation[i];
  int64_t flips = 0;
  int32_t first = work[0];
  while (first != 0) {
    int64_t low = 0;
    int64_t high = first;
    while (low < high) {
      int32_t held = work[low];
      work[low] = work[high];
      work[high] = held;
      low++;
      high--;
    }
    flips++;
    first = work[0];
  }
  return flips;
}
