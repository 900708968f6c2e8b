#ifndef PERMUTATIONS_H
#define PERMUTATIONS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  int32_t *numbers;
  int64_t length;
  int32_t *counts;
  int64_t rotated;
} Permutations;

bool permutations_advance(Permutations *all);

#endif
