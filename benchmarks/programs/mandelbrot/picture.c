#include "picture.h"

#include "workload.h"

#include "escape.h"

void picture_draw(uint8_t *rows, int64_t size) {
  int64_t width = (size + 7) / 8;
  for (int64_t row = 0; row < size; row++) {
    double cy = 2.0 * (double)row / (double)size - 1.0;
    for (int64_t column = 0; column < width; column++) {
      uint8_t bits = 0;
      for (int64_t bit = 0; bit < 8; bit++) {
        double cx = 2.0 * (double)(column * 8 + bit) / (double)size - 1.5;
        bits = (uint8_t)(bits << 1);
        if (escape_rounds(cx, cy, 50) == 50) bits |= 1;
      }
      rows[at(row * width + column, width * size)] = bits;
    }
  }
}

uint32_t picture_sum(uint8_t *rows, int64_t length) {
  uint32_t sum = 0;
  for (int64_t i = 0; i < length; i++) sum = sum * 31 + rows[i];
  return sum;
}
