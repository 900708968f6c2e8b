#ifndef FLIPS_H
#define FLIPS_H

#include <stdint.h>

int64_t flips_count(int32_t *permutation, int32_t *work, int64_t length);

#endif
