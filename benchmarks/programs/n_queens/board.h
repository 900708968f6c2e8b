#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  int64_t size;
  bool columns[16], up[32], down[32];
} Board;

Board board_make(int64_t size);

static inline bool board_is_free(Board *board, int64_t row, int64_t column) {
  return !board->columns[column] && !board->up[row + column] && !board->down[row - column + 16];
}

static inline void board_mark(Board *board, int64_t row, int64_t column, bool taken) {
  board->columns[column] = taken;
  board->up[row + column] = taken;
  board->down[row - column + 16] = taken;
}

#endif
