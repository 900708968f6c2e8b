#include "board.h"
#include "search.h"
#include "workload.h"

int main(int argc, char **argv) {
  Board empty = board_make(workload_size(argc, argv, 13));
  workload_report(search_place(&empty, 0));
}
