#include "product.h"

#include "workload.h"

void product_multiply(Matrix *a, Matrix *b, Matrix *result) {
  int64_t size = a->size;
  for (int64_t i = 0; i < size; i++) {
    double *to = matrix_row(result, i);
    double *from = matrix_row(a, i);
    for (int64_t k = 0; k < size; k++) {
      double factor = from[at(k, size)];
      double *factors = matrix_row(b, k);
      for (int64_t j = 0; j < size; j++) to[at(j, size)] += factor * factors[at(j, size)];
    }
  }
}
