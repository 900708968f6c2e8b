#include "motion.h"

#include <math.h>

#include "workload.h"

void motion_advance(Body *bodies, int64_t count, double step) {
  for (int64_t i = 0; i < count; i++) {
    Body *a = &bodies[at(i, count)];
    for (int64_t j = i + 1; j < count; j++) {
      Body *b = &bodies[at(j, count)];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      double square = dx * dx + dy * dy + dz * dz;
      double magnitude = step / (square * sqrt(square));
      a->vx -= dx * b->mass * magnitude;
      a->vy -= dy * b->mass * magnitude;
      a->vz -= dz * b->mass * magnitude;
      b->vx += dx * a->mass * magnitude;
      b->vy += dy * a->mass * magnitude;
      b->vz += dz * a->mass * magnitude;
    }
  }
  for (int64_t i = 0; i < count; i++) {
    Body *body = &bodies[at(i, count)];
    body->x += step * body->vx;
    body->y += step * body->vy;
    body->z += step * body->vz;
  }
}

double motion_energy(Body *bodies, int64_t count) {
  double sum = 0.0;
  for (int64_t i = 0; i < count; i++) {
    Body *a = &bodies[at(i, count)];
    sum += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int64_t j = i + 1; j < count; j++) {
      Body *b = &bodies[at(j, count)];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      sum -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}
