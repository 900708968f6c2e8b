#include "escape.h"

int64_t escape_rounds(double cx, double cy, int64_t limit) {
  double x = 0.0;
  double y = 0.0;
  for (int64_t round = 0; round < limit; round++) {
    double xx = x * x;
    double yy = y * y;
    if (xx + yy > 4.0) return round;
    y = 2.0 * x * y + cy;
    x = xx - yy + cx;
  }
  return limit;
}
