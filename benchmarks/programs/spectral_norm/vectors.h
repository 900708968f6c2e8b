#ifndef VECTORS_H
#define VECTORS_H

#include <stdint.h>

double *vectors_make(int64_t length);
double vectors_dot(double *a, double *b, int64_t length);

#endif
