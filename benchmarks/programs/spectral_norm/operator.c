#include "operator.h"

#include "workload.h"

static inline double cell(int64_t i, int64_t j) {
  return 1.0 / (double)(((i + j) * (i + j + 1) >> 1) + i + 1);
}

void operator_multiply(double *vector, double *product, int64_t length) {
  for (int64_t i = 0; i < length; i++) {
    double sum = 0.0;
    for (int64_t j = 0; j < length; j++) sum += cell(i, j) * vector[at(j, length)];
    product[at(i, length)] = sum;
  }
}

void operator_multiply_transposed(double *vector, double *product, int64_t length) {
  for (int64_t i = 0; i < length; i++) {
    double sum = 0.0;
    for (int64_t j = 0; j < length; j++) sum += cell(j, i) * vector[at(j, length)];
    product[at(i, length)] = sum;
  }
}
