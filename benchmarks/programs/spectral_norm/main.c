#include <math.h>

#include "operator.h"
#include "vectors.h"
#include "workload.h"

int main(int argc, char **argv) {
  int64_t n = workload_size(argc, argv, 2500);
  double *u = vectors_make(n);
  double *v = vectors_make(n);
  double *between = vectors_make(n);
  for (int i = 0; i < 10; i++) {
    operator_multiply(u, between, n);
    operator_multiply_transposed(between, v, n);
    operator_multiply(v, between, n);
    operator_multiply_transposed(between, u, n);
  }
  double norm = sqrt(vectors_dot(u, v, n) / vectors_dot(v, v, n));
  workload_report((int64_t)(norm * 1e9));
}
