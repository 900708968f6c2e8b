#ifndef BODIES_H
#define BODIES_H

#include <stdint.h>

typedef struct {
  double x, y, z, vx, vy, vz, mass;
} Body;

void bodies_make(Body bodies[5]);
void bodies_balance(Body *bodies, int64_t count);

#endif
