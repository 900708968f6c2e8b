#ifndef MOTION_H
#define MOTION_H

#include "bodies.h"

void motion_advance(Body *bodies, int64_t count, double step);
double motion_energy(Body *bodies, int64_t count);

#endif
