#ifndef ESCAPE_H
#define ESCAPE_H

#include <stdint.h>

int64_t escape_rounds(double cx, double cy, int64_t limit);

#endif
