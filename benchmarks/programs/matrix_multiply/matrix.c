#include "matrix.h"

#include <stdlib.h>

Matrix matrix_make(int64_t size) {
  Matrix made = {size, calloc(size * size, sizeof(double))};
  if (!made.cells) abort();
  return made;
}
