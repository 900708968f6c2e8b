#ifndef TREE_H
#define TREE_H

#include <stdint.h>

typedef struct Tree {
  struct Tree *left, *right;
} Tree;

Tree *tree_build(int64_t depth);
int64_t tree_count(Tree *tree);
void tree_release(Tree *tree);

#endif
