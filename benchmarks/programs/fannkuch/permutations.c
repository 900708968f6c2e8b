#include "permutations.h"

bool permutations_advance(Permutations *all) {
  int64_t n = all->length;
  int32_t *numbers = all->numbers;
  int32_t *counts = all->counts;
  while (all->rotated > 1) {
    counts[all->rotated - 1] = (int32_t)all->rotated;
    all->rotated--;
  }
  while (all->rotated < n) {
    int32_t first = numbers[0];
    for (int64_t i = 0; i < all->rotated; i++) numbers[i] = numbers[i + 1];
    numbers[all->rotated] = first;
    counts[all->rotated]--;
    if (counts[all->rotated] > 0) return true;
    all->rotated++;
  }
  return false;
}
