#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "workload.h"

typedef struct {
  int64_t size;
  bool columns[16], up[32], down[32];
} Board;

Board board_make(int64_t size);

static inline bool board_is_free(Board *board, int64_t row, int64_t column) {
  return !board->columns[at(column, 16)] && !board->up[at(row + column, 32)] && !board->down[at(row - column + 16, 32)];
}

static inline void board_mark(Board *board, int64_t row, int64_t column, bool taken) {
  board->columns[at(column, 16)] = taken;
  board->up[at(row + column, 32)] = taken;
  board->down[at(row - column + 16, 32)] = taken;
}

#endif
