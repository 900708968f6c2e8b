; How much of a stack of %size bytes is kept back: frames whose size the check at a function's
; entry cannot know, C functions, and the panic itself.
define internal i64 @stack_reserve(i64 %size) nounwind {
  %eighth = lshr i64 %size, 3
  %reserve = call i64 @llvm.umin.i64(i64 %eighth, i64 262144)
  ret i64 %reserve
}

declare i64 @llvm.umin.i64(i64, i64)
