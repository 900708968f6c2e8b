#ifndef OPERATOR_H
#define OPERATOR_H

#include <stdint.h>

void operator_multiply(double *vector, double *product, int64_t length);
void operator_multiply_transposed(double *vector, double *product, int64_t length);

#endif
