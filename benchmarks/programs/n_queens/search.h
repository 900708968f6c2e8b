#ifndef SEARCH_H
#define SEARCH_H

#include "board.h"

int64_t search_place(Board *board, int64_t row);

#endif
