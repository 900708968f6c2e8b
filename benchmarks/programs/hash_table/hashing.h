#ifndef HASHING_H
#define HASHING_H

#include <stdint.h>

static inline uint64_t hashing_mix(uint64_t key) {
  uint64_t h = (key ^ (key >> 33)) * 0xff51afd7ed558ccdu;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53u;
  return h ^ (h >> 33);
}

static inline uint64_t hashing_next(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

#endif
