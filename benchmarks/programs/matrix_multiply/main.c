#include "matrix.h"
#include "product.h"
#include "workload.h"

int main(int argc, char **argv) {
  int64_t n = workload_size(argc, argv, 1100);
  Matrix a = matrix_make(n);
  Matrix b = matrix_make(n);
  Matrix result = matrix_make(n);
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < n; j++) {
      a.cells[at(i * n + j, n * n)] = (double)(i - j) / (double)n;
      b.cells[at(i * n + j, n * n)] = (double)(i + j) / (double)n;
    }
  }
  product_multiply(&a, &b, &result);
  double sum = 0.0;
  for (int64_t i = 0; i < n * n; i++) sum += result.cells[i];
  workload_report((int64_t)(sum * 1000.0));
}
