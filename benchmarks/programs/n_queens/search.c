#include "search.h"

int64_t search_place(Board *board, int64_t row) {
  if (row == board->size) return 1;
  int64_t found = 0;
  for (int64_t column = 0; column < board->size; column++) {
    if (board_is_free(board, row, column)) {
      board_mark(board, row, column, true);
      found += search_place(board, row + 1);
      board_mark(board, row, column, false);
    }
  }
  return found;
}
