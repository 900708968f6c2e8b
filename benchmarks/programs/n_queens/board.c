#include "board.h"

Board board_make(int64_t size) {
  Board board = {size, {false}, {false}, {false}};
  return board;
}
