#include "vectors.h"

#include "workload.h"

#include <stdlib.h>

double *vectors_make(int64_t length) {
  double *vector = malloc(length * sizeof(double));
  for (int64_t i = 0; i < length; i++) vector[at(i, length)] = 1.0;
  return vector;
}

double vectors_dot(double *a, double *b, int64_t length) {
  double sum = 0.0;
  for (int64_t i = 0; i < length; i++) sum += a[at(i, length)] * b[at(i, length)];
  return sum;
}
