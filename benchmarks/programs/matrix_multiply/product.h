#ifndef PRODUCT_H
#define PRODUCT_H

#include "matrix.h"

void product_multiply(Matrix *a, Matrix *b, Matrix *result);

#endif
