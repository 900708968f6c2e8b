#ifndef MATRIX_H
#define MATRIX_H

#include <stdint.h>

#include "workload.h"

typedef struct {
  int64_t size;
  double *cells;
} Matrix;

Matrix matrix_make(int64_t size);

static inline double *matrix_row(Matrix *matrix, int64_t number) {
  return matrix->cells + at(number * matrix->size, matrix->size * matrix->size);
}

#endif
