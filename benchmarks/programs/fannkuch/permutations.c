#include "permutations.h"

#include "workload.h"

bool permutations_advance(Permutations *all) {
  int64_t n = all->length;
  int32_t *numbers = all->numbers;
  int32_t *counts = all->counts;
  while (all->rotated > 1) {
    counts[at(all->rotated - 1, n)] = (int32_t)all->rotated;
    all->rotated--;
  }
  while (all->rotated < n) {
    int32_t first = numbers[at(0, n)];
    for (int64_t i = 0; i < all->rotated; i++) numbers[at(i, n)] = numbers[at(i + 1, n)];
    numbers[at(all->rotated, n)] = first;
    counts[at(all->rotated, n)]--;
    if (counts[at(all->rotated, n)] > 0) return true;
    all->rotated++;
  }
  return false;
}
