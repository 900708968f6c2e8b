#ifndef PICTURE_H
#define PICTURE_H

#include <stdint.h>

void picture_draw(uint8_t *rows, int64_t size);
uint32_t picture_sum(uint8_t *rows, int64_t length);

#endif
