#include "tree.h"

#include <stdlib.h>

Tree *tree_build(int64_t depth) {
  Tree *tree = malloc(sizeof(Tree));
  if (!tree) abort();
  if (depth == 0) {
    *tree = (Tree){0, 0};
  } else {
    tree->left = tree_build(depth - 1);
    tree->right = tree_build(depth - 1);
  }
  return tree;
}

int64_t tree_count(Tree *tree) {
  if (!tree->left) return 1;
  return 1 + tree_count(tree->left) + tree_count(tree->right);
}

void tree_release(Tree *tree) {
  if (tree->left) {
    tree_release(tree->left);
    tree_release(tree->right);
  }
  free(tree);
}
